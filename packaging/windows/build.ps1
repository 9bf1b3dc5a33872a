# Makes the frozen program and its installer on Windows. Needs Python 3.11, git and Inno Setup 6.3 or newer.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1 [-Edition cpu|cuda] [-TorchIndex URL]
#       [-Iscc PATH] [-Sign COMMAND]
#
# For the cuda edition -TorchIndex is the address that pytorch.org names for Windows, pip and the wanted CUDA.
# COMMAND signs one file, which Inno Setup writes in the place of $f, and its quotation marks are $q:
#   -Sign 'signtool.exe sign /fd sha256 /tr http://timestamp.example.org /td sha256 /n $qThe hospital$q $f'
param(
    [ValidateSet('cpu', 'cuda')] [string] $Edition = 'cpu',
    [string] $Python = 'py -3.11',
    [string] $TorchIndex = '',
    [string] $Iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe",
    [string] $Sign = ''
)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Invoke-Step([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ends with $LASTEXITCODE." }
}

if (-not (Test-Path $Iscc)) { throw "Inno Setup is not at $Iscc. Install it, or name it with -Iscc." }
$venv = if ($env:XRAYDESK_PACKAGE_VENV) { $env:XRAYDESK_PACKAGE_VENV } else { 'build\package-venv' }
$inside = Join-Path $venv 'Scripts\python.exe'
if (-not (Test-Path $inside)) {
    $words = -split $Python
    $rest = @($words | Select-Object -Skip 1)
    Invoke-Step $words[0] ($rest + @('-m', 'venv', $venv))
    $pip = @('-m', 'pip', 'install', '--quiet', '--disable-pip-version-check')
    $torch = if ($TorchIndex) { @('--extra-index-url', $TorchIndex) } else { @() }
    Invoke-Step $inside ($pip + $torch + @('-r', 'packaging\requirements.txt', '--editable', '.'))
}

# the same source gives the same bytes: times of files, order of sets
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct
$env:PYTHONHASHSEED = '0'
$env:XRAYDESK_EDITION = $Edition
Invoke-Step $inside @('-m', 'PyInstaller', '--noconfirm', '--log-level', 'WARN', '--distpath', 'dist',
    '--workpath', 'build\package', 'packaging\xraydesk.spec')
Invoke-Step $inside @('packaging\manifest.py', 'write', 'dist\xraydesk', '--edition', $Edition)
Invoke-Step $inside @('packaging\sizes.py', 'dist\xraydesk', '--edition', $Edition)
Invoke-Step 'dist\xraydesk\xraydesk-cli.exe' @('selftest')

$options = @("/DEdition=$Edition", '/Q')
if ($Sign) { $options += @('/DSignTool=site', "/Ssite=$Sign") }
Invoke-Step $Iscc ($options + @('packaging\windows\xraydesk.iss'))
Invoke-Step $inside @('packaging\installers.py', '--sums', 'dist')
