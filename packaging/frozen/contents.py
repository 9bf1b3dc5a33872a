"""What goes into the frozen program and what stays out, each with the reason.

`MODULES` are found by no static import; `LEFT_OUT` are imported by parts of other packages that the program never
reaches; `USELESS` are files that the packages' own hooks collect. The frozen `selftest`, the demo and the window show
that nothing is missing (`packaging/smoke.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]  # PyInstaller's: where it goes, where it comes from, its kind

MODULES = (
    # imagecodecs loads its codecs by name; these are the ones that imaging/decoders.py and raster.py call
    *(f"imagecodecs._{name}" for name in ("htj2k", "imcd", "jpeg2k", "jpeg8", "jpegls", "ljpeg", "png", "shared")),
    "imagecodecs._shared_cython",
    "torchvision",  # imported by name in inference/torchvision_cure.py
    "torchvision.models",
    "duckdb",
    "openTSNE",
    "_cffi_backend",  # asked for by argon2's compiled part
)
LEFT_OUT = (
    # grad-cam imports them for pictures that nothing here draws; start/absent.py stands in for them
    "cv2", "matplotlib", "mpl_toolkits", "pylab", "kiwisolver", "fontTools", "cycler", "pyparsing",
    # downloads of weights: a reading-room machine has no network, and timm does without
    "huggingface_hub", "hf_xet", "httpx", "httpcore", "httpx2", "httpcore2", "aiohttp", "requests", "urllib3",
    "multidict", "yarl", "propcache", "frozenlist", "aiosignal", "charset_normalizer",
    # torch for developers: its own tests, measuring, viewers, code for compilers that are not there
    "torch.test", "torch.testing._internal.common_utils", "torch.testing._internal.opinfo", "torch.utils.tensorboard",
    "torch.testing._internal.common_methods_invocations", "torch.testing._internal.distributed.distributed_test",
    "torch.utils.benchmark", "torch.utils.bottleneck", "tensorboard", "triton", "onnx", "onnxscript", "onnxruntime",
    # torch.compile, which nothing here calls; its settings stay, for torch._dynamo reads them
    *(f"torch._inductor.{name}" for name in (
        "autotune_process", "codecache", "codegen", "comms", "compile_fx", "cudagraph_trees", "debug", "decomposition",
        "fx_passes", "graph", "ir", "kernel", "lowering", "memory", "mkldnn_ir", "mkldnn_lowerings", "output_code",
        "pattern_matcher", "scheduler", "select_algorithm", "sizevars", "template_heuristics",
    )),
    "torch._functorch.partitioners", "torch.sparse._triton_ops", "torch._vendor.quack", "networkx", "jinja2",
    # torch on many machines, exporting, building extensions
    "torch.distributed.checkpoint", "torch.distributed.elastic", "torch.distributed._tools", "torch.ao.ns",
    "torch._export.serde", "torch.utils.hipify", "torch.utils.cpp_extension",
    # mathematics that nothing here comes to: torch asks sympy for sums and comparisons
    "sympy.categories", "sympy.combinatorics", "sympy.physics", "sympy.vector", "scipy._lib.cobyqa",
    "scipy._lib.pyprima", "sklearn.cluster", "sklearn.manifold", "sklearn.gaussian_process",
    # tables and databases of other libraries
    *(f"narwhals._{name}" for name in ("arrow", "dask", "duckdb", "ibis", "pandas_like", "polars", "spark_like")),
    "duckdb.experimental", "torchvision.transforms.v2", "cffi", "pycparser", "distutils", "pydoc_data",
    # formats that no radiograph comes in, and what draws to screens that are no windows
    "PIL._avif", "PIL.AvifImagePlugin", "PIL._webp", "PIL.WebPImagePlugin", "PIL._imagingtk", "PIL.ImageTk",
    "PIL.ImageQt", "torchvision._C", "scipy.io", "curses", "readline",
    # tests and documentation of others
    "numpy.tests", "scipy.conftest", "sklearn.tests", "sklearn.conftest", "sklearn.datasets", "pyqtgraph.examples",
    "pyqtgraph.opengl", "pyqtgraph.jupyter", "pyqtgraph.canvas", "pyqtgraph.flowchart", "pytest", "_pytest",
    # optional at the other end of packages, present on a developer's machine only
    "pandas", "statsmodels", "skimage", "highdicom", "pyarrow", "polars", "IPython", "jupyter", "numba", "cupy", "dask",
    "tkinter", "setuptools", "pip", "wheel", "PyQt5", "PyQt6", "PySide2", "pynndescent", "annoy", "hnswlib", "gdcm",
    "pylibjpeg", "jpeg_ls", "lightning", "pytorch_lightning", "OpenGL", "h5py", "docutils", "rich", "pygments",
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtTest",
)  # fmt: skip
USELESS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?!xraydesk/)(.*/)?(tests?|testing|docs?|examples|sample_data|include)/(?!.*\.(so|pyd|dylib|dll)$)",
        r"^(?!xraydesk/).*\.(pyi|pxd|pyx|h|hpp|cuh|c|cc|cpp|cu|cmake|lib|a|jl|md|rst|tp|in)$",
        r"^torch/(share|include|test)/",
        r"^torch/bin/(?!torch_shm_manager)",  # torch refuses to start without this one
        r"^torch/lib/.*(torchbind_test|backend_with_compiler|jitbackend_test|aoti_custom_ops)",
        r"^torch/_inductor/(codegen|kernel|autoheuristic)/.*\.(jinja|h|py)$",
        r"^sklearn/datasets/",
        r"^PySide6/Qt/(qml|libexec|metatypes)/|^PySide6/(qml|translations/(?!qtbase_de|qtbase_en))",
        r"^PySide6/Qt/translations/(?!qtbase_de|qtbase_en)",
        r"^PySide6/(Qt/)?plugins/(networkinformation|tls|qmltooling|generic|egldeviceintegrations|virtualkeyboard|"
        r"platforminputcontexts/.*virtualkeyboard|platforms/.*(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|webgl)|"
        r"platformthemes/.*gtk3|xcbglintegrations|wayland-(graphics-integration-client|decoration-client/libadwaita))",
        r"^PySide6/(Qt/)?plugins/imageformats/.*(q?gif|icns|tga|wbmp|webp|pdf|tiff)",
        r"(^|/)(lib)?Qt6?(Quick|Qml|VirtualKeyboard|Network|Pdf|OpenGLWidgets|Designer|Help|Labs|EglFS)\w*\.",
        r"(^|/)(opengl32sw|d3dcompiler_47)\.dll$",  # nothing is drawn by OpenGL
        r"^[^/]+\.dist-info/(?!METADATA$|entry_points\.txt$)",  # licences have a folder of their own
        r"^(imagecodecs/licenses/|pyqtgraph/.*licen[cs]e)",
        r"^numpy/f2py/|^numpy/_core/lib/|^numpy/random/lib/",
        r"^(matplotlib|fontTools|kiwisolver)(/|-)",
    )
)
# What is stripped on Linux: wheels and Pythons that were shipped with their symbol tables. Those that auditwheel has
# worked on are left as they are, for strip may damage them.
STRIPPED = re.compile(r"^torch/lib/.*\.so|^libpython3|^python3\.\d+/lib-dynload/|^cryptography/|^yaml/|^safetensors/")
_BYTECODE = {"torch": "pyz", "torchvision": "pyz", "timm": "pyz"}
_COMPILED = (
    "functional",
    "nn",
    "jit",
    "_jit_internal",
    "_decomp",
    "distributed.optim",
)  # torch.jit asks for the source
_READS_ITSELF = "install_config_module("  # torch's settings are told from comments in their own source


def modes(torch: Path) -> dict[str, str]:
    """Return how modules are collected: as bytecode, but with the source where it is read at run time.

    Parameters
    ----------
    torch
        The folder of the installed torch.
    """
    settings = [path for path in torch.rglob("*config*.py") if _READS_ITSELF in path.read_text("utf-8")]
    names = [".".join(path.relative_to(torch).with_suffix("").parts) for path in settings]
    sources = {f"torch.{name}": "pyz+py" for name in (*_COMPILED, *names)}
    return {**_BYTECODE, **sources, "torchvision.models": "pyz+py"}


def useful(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a PyInstaller table that the program needs; a link goes with what it points to."""
    return [entry for entry in entries if not _useless(entry)]


def _useless(entry: Entry) -> bool:
    name, source, kind = (part.replace("\\", "/") for part in entry)
    names = [name, source] if kind == "SYMLINK" else [name]
    return any(rule.search(one) for rule in USELESS for one in names)


def useful_pairs(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs of file and folder, as hooks give them, that the program needs."""
    return [pair for pair in pairs if not _useless((f"{pair[1]}/{Path(pair[0]).name}", pair[0], "BINARY"))]
