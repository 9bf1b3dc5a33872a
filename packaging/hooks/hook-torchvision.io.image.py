"""torchvision's reading of picture files, left out: imaging/ reads them."""
