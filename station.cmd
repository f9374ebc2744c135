@echo off
rem station run [--headless]  /  station test  /  station build   (Windows 10 1809 or newer, 64-bit Python 3.11 to 3.14)
setlocal
cd /d "%~dp0"
set LOCK=requirements.lock
if "%1"=="test" set LOCK=requirements-dev.lock
if "%1"=="build" set LOCK=requirements-dev.lock
if not "%1"=="run" if not "%1"=="test" if not "%1"=="build" (echo usage: station run [--headless] ^| station test ^| station build & exit /b 2)

set PY=
for %%v in (3.13 3.12 3.11) do if not defined PY (py -%%v -c "" >nul 2>&1 && set PY=py -%%v)
if not defined PY (python -c "import sys; sys.exit(sys.version_info[:2] < (3, 11))" >nul 2>&1 && set PY=python)
if not defined PY (echo station: install 64-bit Python 3.11 or newer from python.org, then try again. & exit /b 1)

if not exist .venv\Scripts\python.exe (echo station: making the environment .venv & %PY% -m venv .venv || exit /b 1)
fc /b %LOCK% .venv\%LOCK%.done >nul 2>&1 || (
    echo station: installing the locked packages
    .venv\Scripts\python -m pip install -q --disable-pip-version-check --require-hashes -r %LOCK% || exit /b 1
    .venv\Scripts\python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . || exit /b 1
    copy /y %LOCK% .venv\%LOCK%.done >nul
)
if "%1"=="run" if "%2"=="--headless" (.venv\Scripts\broadcaster demo --headless --sink wav & exit /b)
if "%1"=="run" (.venv\Scripts\broadcaster demo --window & exit /b)
if "%1"=="build" (call packaging\windows\build.cmd & exit /b)
.venv\Scripts\ruff check . && .venv\Scripts\mypy && .venv\Scripts\python -m pytest -n 2 --dist worksteal
