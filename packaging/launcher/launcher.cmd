@echo off
rem Starts the version that current.txt names; installed as broadcaster.cmd and as dai-xa.cmd beside versions\.
rem Written to cmd.exe's documentation; not yet run on Windows.
setlocal enableextensions disabledelayedexpansion
set "root=%~dp0"
set "name=%~n0"
set "version="
if exist "%root%current.txt" set /p version=<"%root%current.txt"
if not exist "%root%trial.txt" goto start
<nul set /p "=x">>"%root%trial.txt"
for %%F in ("%root%trial.txt") do if %%~zF LEQ 6 goto start
set "before="
if exist "%root%previous.txt" set /p before=<"%root%previous.txt"
if not defined before goto start
if not exist "%root%versions\%before%\broadcaster.exe" goto start
"%root%versions\%before%\broadcaster.exe" update rollback --failed-start >nul 2>&1
if errorlevel 1 (
    >"%root%current.txt" echo %before%
    del "%root%trial.txt"
)
set /p version=<"%root%current.txt"
:start
if not exist "%root%versions\%version%\%name%.exe" (
    for /f "delims=" %%V in ('dir /b /ad /on "%root%versions"') do if exist "%root%versions\%%V\%name%.exe" set "version=%%V"
)
if /i "%name%"=="dai-xa" (
    start "" "%root%versions\%version%\dai-xa.exe" %*
) else (
    "%root%versions\%version%\%name%.exe" %*
)
