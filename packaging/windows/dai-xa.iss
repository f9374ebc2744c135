; The installer for Windows (Inno Setup 6), for one user, in Vietnamese. Prepared, not yet built: see README.md.
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6F0C1E52-5C0B-4B7C-9B0F-3D5C0B7D6A11}
AppName=Đài Xã
AppVersion={#Version}
AppVerName=Đài Xã {#Version}
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\DaiXa
DisableDirPage=yes
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=dai-xa-{#Version}-windows
SetupIconFile=..\..\build\dai-xa.ico
UninstallDisplayIcon={app}\versions\{#Version}\dai-xa.exe
Compression=lzma2/max
SolidCompression=yes
CloseApplications=no
ChangesAssociations=yes
WizardStyle=modern
; With a certificate: SignTool=signtool sign /fd sha256 /tr … $f

[Languages]
Name: "vi"; MessagesFile: "compiler:Default.isl,vi.isl"

[Tasks]
Name: "autostart"; Description: "Đài tự chạy khi mở máy (nên chọn)"
Name: "desktopicon"; Description: "Đặt biểu tượng trên màn hình"

[Files]
Source: "..\..\dist\dai-xa\*"; DestDir: "{app}\versions\{#Version}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\launcher\launcher.cmd"; DestDir: "{app}"; DestName: "dai-xa.cmd"; Flags: ignoreversion
Source: "..\launcher\launcher.cmd"; DestDir: "{app}"; DestName: "broadcaster.cmd"; Flags: ignoreversion

[Icons]
Name: "{userprograms}\Đài Xã"; Filename: "{app}\dai-xa.cmd"; IconFilename: "{app}\versions\{#Version}\dai-xa.exe"; Comment: "Điều hành đài truyền thanh xã"; Flags: runminimized
Name: "{userdesktop}\Đài Xã"; Filename: "{app}\dai-xa.cmd"; IconFilename: "{app}\versions\{#Version}\dai-xa.exe"; Tasks: desktopicon; Flags: runminimized

[Registry]
Root: HKCU; Subkey: "Software\Classes\.dxgoi"; ValueType: string; ValueData: "DaiXa.Package"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\DaiXa.Package"; ValueType: string; ValueData: "Gói dữ liệu của đài truyền thanh xã"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\DaiXa.Package\DefaultIcon"; ValueType: string; ValueData: "{app}\versions\{#Version}\dai-xa.exe,0"

[Run]
Filename: "{app}\versions\{#Version}\broadcaster.exe"; Parameters: "autostart on"; Flags: runhidden; Tasks: autostart
Filename: "{app}\dai-xa.cmd"; Description: "Mở Đài Xã"; Flags: postinstall nowait skipifsilent shellexec runminimized

[UninstallRun]
Filename: "{app}\broadcaster.cmd"; Parameters: "autostart off"; Flags: runhidden; RunOnceId: "autostart"

[UninstallDelete]
Type: filesandordirs; Name: "{app}\versions"
Type: files; Name: "{app}\current.txt"
Type: files; Name: "{app}\previous.txt"
Type: files; Name: "{app}\trial.txt"
Type: files; Name: "{app}\update.json"
Type: files; Name: "{app}\update.lock"

[Code]
const
  NeededMegabytes = 2048;

function EnoughRoom(): Boolean;
var
  Free, Total: Cardinal;
begin
  Result := True;
  if GetSpaceOnDisk(ExpandConstant('{localappdata}'), True, Free, Total) then
    Result := Free >= NeededMegabytes;
end;

{ Whether a process out of our folder runs: its programs cannot be opened for writing then. }
function StationRuns(): Boolean;
var
  Current: AnsiString;
  Name: String;
  Handle: TFileStream;
begin
  Result := False;
  if not LoadStringFromFile(ExpandConstant('{localappdata}\Programs\DaiXa\current.txt'), Current) then
    Exit;
  Name := ExpandConstant('{localappdata}\Programs\DaiXa\versions\') + Trim(String(Current)) + '\broadcaster.exe';
  if not FileExists(Name) then
    Exit;
  try
    Handle := TFileStream.Create(Name, fmOpenReadWrite or fmShareExclusive);
    Handle.Free;
  except
    Result := True;
  end;
end;

function InitializeSetup(): Boolean;
begin
  Result := False;
  if not IsWin64 then
    MsgBox('Đài Xã cần Windows 10 loại 64 bit. Máy này là loại 32 bit nên không cài được.', mbCriticalError, MB_OK)
  else if not EnoughRoom() then
    MsgBox('Ổ đĩa còn dưới 2 GB trống. Hãy dọn bớt rồi cài lại.', mbCriticalError, MB_OK)
  else if StationRuns() then
    MsgBox('Đài đang chạy. Hãy đóng cửa sổ và dừng hẳn đài (biểu tượng cạnh đồng hồ), rồi cài lại.', mbError, MB_OK)
  else
    Result := True;
end;

procedure CurStepChanged(Step: TSetupStep);
begin
  { Last of all: until then the launchers start what was there before. }
  if Step = ssPostInstall then
    SaveStringToFile(ExpandConstant('{app}\current.txt'), '{#Version}' + #10, False);
end;

function InitializeUninstall(): Boolean;
begin
  Result := not StationRuns();
  if not Result then
    MsgBox('Đài đang chạy. Hãy đóng cửa sổ và dừng hẳn đài, rồi gỡ lại.', mbError, MB_OK);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Home: String;
begin
  Home := ExpandConstant('{localappdata}\dai-xa');
  if (Step <> usPostUninstall) or not DirExists(Home) then
    Exit;
  { Never in a silent uninstall; "no" is the answer of whoever only presses Enter. }
  if UninstallSilent() then
    Exit;
  if MsgBox('Giữ lại dữ liệu của đài (văn bản, bản tin, nhật ký phát sóng) trong' + #13#10 + Home + '?' + #13#10#13#10 +
    'Nên giữ: cài lại chương trình là dùng tiếp được ngay.', mbConfirmation, MB_YESNO) = IDYES then
    Exit;
  if MsgBox('XÓA HẲN dữ liệu của đài? Nhật ký phát sóng sẽ mất, không lấy lại được.', mbCriticalError,
    MB_YESNO or MB_DEFBUTTON2) = IDYES then
    DelTree(Home, True, True, True);
end;
