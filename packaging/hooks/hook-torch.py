"""torch in a frozen program: its libraries and the one helper program it asks for, not its headers and tests.

Takes the place of the hook that PyInstaller brings, which collects every submodule and the source of each: here the
imports decide, and `frozen.contents.modes` says which sources are read at run time.
"""

from __future__ import annotations

from frozen import cuda
from PyInstaller.compat import is_linux
from PyInstaller.utils.hooks import PY_DYLIB_PATTERNS, collect_data_files, collect_dynamic_libs, collect_submodules

warn_on_missing_hiddenimports = False
datas = collect_data_files("torch", includes=["bin/torch_shm_manager*"])
binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# optimizers ask for torch._dynamo by name, and it for its polyfills
hiddenimports = ["torch._C", "torch.optim", "torch._dynamo", *collect_submodules("torch._dynamo.polyfills")]
if is_linux:
    binaries += cuda.libraries()
    bindepend_symlink_suppression = ["**/torch/lib/*.so*", *cuda.IN_PLACE]  # torch looks beside the real file
