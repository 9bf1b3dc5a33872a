"""timm in a frozen program: bytecode is enough, for nothing of it is compiled by torch.jit when it is imported."""
