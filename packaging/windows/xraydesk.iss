; The Windows installer, for Inno Setup 6.3 or newer. build.ps1 beside it makes the program first and calls this:
;
;   iscc /DEdition=cpu packaging\windows\xraydesk.iss
;
; Its version is the program's own. It writes below its folder, the Start menu and the registry's classes, nothing else;
; the person's data (%LOCALAPPDATA%\xraydesk) and the administrator's settings (%PROGRAMDATA%\xraydesk) are no part of it
; and outlive it. docs/install.md tells how it is run without questions.

#ifndef Edition
  #define Edition "cpu"
#endif
#ifndef Frozen
  #define Frozen "..\..\dist\xraydesk"
#endif
#ifndef Icon
  #define Icon "..\..\build\package\xraydesk\xraydesk.ico"
#endif
#ifndef Out
  #define Out "..\..\dist"
#endif
#define Program "xraydesk.exe"
#define Version GetStringFileInfo(Frozen + "\" + Program, "ProductVersion")
#if Version == ""
  #error The frozen program is not there, or names no version: make it with build.ps1
#endif

[Setup]
; the same for all versions and both editions, for ever: by it an upgrade finds what is installed
AppId={{F50FF2DD-E6CB-5FE4-B273-06E83B301880}
AppName=xraydesk
AppVersion={#Version}
AppVerName=xraydesk {#Version}
AppPublisher=the xraydesk authors
AppComments=Research use. Not a diagnosis.
VersionInfoVersion={#GetVersionNumbersString(Frozen + "\" + Program)}
VersionInfoDescription=xraydesk - a reading desk for radiographs
VersionInfoProductTextVersion={#Version}
DefaultDirName={autopf}\xraydesk
DisableDirPage=auto
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
; for the machine; /CURRENTUSER or the first question makes it one for the person, which needs no administrator
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=commandline dialog
; Qt 6.11 begins with Windows 10 1809, and torch has no 32-bit build
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; the Restart Manager closes a running program before its files are replaced
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
ChangesAssociations=yes
SetupLogging=yes
WizardStyle=modern
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName=xraydesk
OutputDir={#Out}
OutputBaseFilename=xraydesk{#Edition == "cpu" ? "" : "-" + Edition}-{#Version}-windows-x86_64
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
; a name of a sign tool that iscc was told (/Ssite=...): setup and uninstaller are signed then
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.Files=Files and folders:
de.Files=Dateien und Ordner:
en.OpenWith=Offer xraydesk under "Open with" for DICOM files (.dcm)
de.OpenWith=xraydesk unter "Öffnen mit" für DICOM-Dateien (.dcm) anbieten
en.Folders=Add "Open in xraydesk" to the menu of folders and drives
de.Folders="In xraydesk öffnen" in das Menü von Ordnern und Laufwerken aufnehmen
en.OpenIn=Open in xraydesk
de.OpenIn=In xraydesk öffnen
en.DicomFile=DICOM image
de.DicomFile=DICOM-Bild

[Tasks]
Name: "openwith"; Description: "{cm:OpenWith}"; GroupDescription: "{cm:Files}"
Name: "folders"; Description: "{cm:Folders}"; GroupDescription: "{cm:Files}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; an upgrade lays the new program out whole: a library of the old one must not be found beside it. {app} itself stays:
; an administrator's machine.toml may lie in it
Type: filesandordirs; Name: "{app}\lib"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Dirs]
; the administrator's settings; made here so that nobody else can make it, and never removed
Name: "{commonappdata}\xraydesk"; Flags: uninsneveruninstall; Check: IsAdminInstallMode

[Icons]
Name: "{autoprograms}\xraydesk"; Filename: "{app}\{#Program}"; AppUserModelID: "xraydesk"
Name: "{autodesktop}\xraydesk"; Filename: "{app}\{#Program}"; AppUserModelID: "xraydesk"; Tasks: desktopicon

[Registry]
; HKA is the machine's or the person's part, as the installation is
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\{#Program}"; ValueType: string; ValueData: "{app}\{#Program}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "xraydesk"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\SupportedTypes"; ValueType: string; ValueName: ".dcm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" open ""%1"""
; offered for .dcm, never taken: what opens DICOM files on this machine goes on to
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "xraydesk.dicom"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\xraydesk.dicom"; ValueType: string; ValueData: "{cm:DicomFile}"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\xraydesk.dicom\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\xraydesk.dicom\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" open ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Directory\shell\xraydesk"; ValueType: string; ValueData: "{cm:OpenIn}"; Flags: uninsdeletekey; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Directory\shell\xraydesk"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\{#Program},0"; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Directory\shell\xraydesk\command"; ValueType: string; ValueData: """{app}\{#Program}"" open ""%1"""; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Drive\shell\xraydesk"; ValueType: string; ValueData: "{cm:OpenIn}"; Flags: uninsdeletekey; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Drive\shell\xraydesk"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\{#Program},0"; Tasks: folders
; a drive is named D:\ and the backslash would take the quotation mark for its own; the dot is the same folder
Root: HKA; Subkey: "Software\Classes\Drive\shell\xraydesk\command"; ValueType: string; ValueData: """{app}\{#Program}"" open ""%1."""; Tasks: folders
; an upgrade takes back what was chosen before and is not chosen any more
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: none; ValueName: "xraydesk.dicom"; Flags: deletevalue dontcreatekey; Tasks: not openwith
Root: HKA; Subkey: "Software\Classes\xraydesk.dicom"; ValueType: none; Flags: deletekey dontcreatekey; Tasks: not openwith
Root: HKA; Subkey: "Software\Classes\Directory\shell\xraydesk"; ValueType: none; Flags: deletekey dontcreatekey; Tasks: not folders
Root: HKA; Subkey: "Software\Classes\Drive\shell\xraydesk"; ValueType: none; Flags: deletekey dontcreatekey; Tasks: not folders

[Run]
; %PROGRAMDATA% lets everybody add files to what lies in it: here only administrators (S-1-5-32-544) and the system
; (S-1-5-18) write, everybody (S-1-5-32-545) reads
Filename: "{sys}\icacls.exe"; Parameters: """{commonappdata}\xraydesk"" /setowner *S-1-5-32-544 /T /C /L /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{sys}\icacls.exe"; Parameters: """{commonappdata}\xraydesk\*"" /reset /T /C /L /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{sys}\icacls.exe"; Parameters: """{commonappdata}\xraydesk"" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /C /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,xraydesk}"; Flags: nowait postinstall skipifsilent runasoriginaluser
