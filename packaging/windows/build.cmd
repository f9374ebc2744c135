@echo off
rem Builds the collection and the installer. Written to the documentation; not yet run on Windows.
setlocal
cd /d "%~dp0..\.."
py -3.11 -c "" 2>nul && (set "python=py -3.11") || (set "python=python")
if not exist .venv\Scripts\python.exe %python% -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install -q --require-hashes -r requirements-dev.lock || exit /b 1
.venv\Scripts\python -m pip install -q --no-deps --no-build-isolation -e . || exit /b 1
.venv\Scripts\python tools\build.py || exit /b 1
for /f "delims=" %%V in ('.venv\Scripts\python -c "import broadcaster; print(broadcaster.__version__)"') do set "version=%%V"
set "iscc=%ProgramFiles(x86)%\Inno Setup 6\ISCC.exe"
if not exist "%iscc%" set "iscc=iscc"
"%iscc%" /DVersion=%version% packaging\windows\dai-xa.iss || exit /b 1
echo dist\dai-xa-%version%-windows.exe
