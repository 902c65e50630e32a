@echo off
rem Starts Lanline on Windows, and builds it first where that has not been done. There is no full screen here yet
rem (the Windows console has no raw mode that Java can set): it starts line by line, as with --plain.
rem run.bat --help tells the options. After a change of the sources, delete target\current to build again.
setlocal EnableExtensions DisableDelayedExpansion

set "CHECKOUT=%~dp0"
set "CHECKOUT=%CHECKOUT:~0,-1%"
set "FRONT_END=--plain"
set "JAR="
set "JDK="
set "TOO_OLD="

call :find_java
if not defined JDK goto :no_java
call :find_jar
if not defined JAR call :build
if not defined JAR exit /b 1
call :read_options %*

rem The code page of the console, so that what is printed as UTF-8 is shown as such; put back at the end.
for /f "tokens=2 delims=:." %%p in ('chcp') do set /a "CODE_PAGE=%%p"
chcp 65001 >nul
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms6m -Xmx48m -Xss256k -Xshare:auto ^
    -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:+ErrorFileToStderr --enable-native-access=ALL-UNNAMED ^
    -Dlanline.charset=UTF-8 -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 ^
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "%JAR%" %FRONT_END% %*
set "STATUS=%ERRORLEVEL%"
if defined CODE_PAGE chcp %CODE_PAGE% >nul
exit /b %STATUS%

:no_java
if defined TOO_OLD call :say "needs Java 17 or later, but %TOO_OLD%: install a newer one, or set JAVA_HOME to one."
if not defined TOO_OLD call :say "needs Java 17 or later, and none was found: install it, or set JAVA_HOME."
exit /b 1

rem A path with a bracket in it would end a block in brackets: so the words are always an argument.
:say
echo lanline: %~1 1>&2
exit /b 0

:find_java
if defined JAVA_HOME call :try_java "%JAVA_HOME%"
if defined JDK exit /b 0
for /f "delims=" %%j in ('where java.exe 2^>nul') do if not defined JDK call :try_link "%%~dpj."
if defined JDK exit /b 0
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*") do if not defined JDK call :try_java "%%~d"
exit /b 0

:try_link
for %%h in ("%~1\..") do call :try_java "%%~fh"
exit /b 0

rem Asks the file "release" rather than Java itself.
:try_java
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
set "MAJOR=0"
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~v"
for /f "tokens=1 delims=.-+_" %%m in ("%VERSION%") do set /a "MAJOR=%%m" 2>nul
if %MAJOR% GEQ 17 set "JDK=%~1"
if %MAJOR% LSS 17 if not defined TOO_OLD set "TOO_OLD=%~1 has %VERSION%"
exit /b 0

:find_jar
if not exist "%CHECKOUT%\target\current" exit /b 0
set /p NAME=<"%CHECKOUT%\target\current"
if exist "%CHECKOUT%\target\%NAME%" set "JAR=%CHECKOUT%\target\%NAME%"
exit /b 0

:build
set "PROBLEM=%JDK% has no compiler: install a JDK 17 or later, or set JAVA_HOME to one."
if not exist "%JDK%\bin\javac.exe" goto :not_built
set "PROBLEM=Maven is missing: install it, and put its folder bin into PATH."
where mvn >nul 2>nul || goto :not_built
if not exist "%CHECKOUT%\target" mkdir "%CHECKOUT%\target" 2>nul
set "PROBLEM=you may not write in %CHECKOUT%: use a copy of your own."
(echo.>"%CHECKOUT%\target\build.log") 2>nul || goto :not_built
echo building Lanline (once, about a minute)... 1>&2
set "JAVA_HOME=%JDK%"
set "CI="
call mvn -q -B -f "%CHECKOUT%\pom.xml" -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package >"%CHECKOUT%\target\build.log" 2>&1
if not errorlevel 1 goto :find_jar
findstr /c:"ERROR" "%CHECKOUT%\target\build.log" 1>&2
call :say "could not be built; the whole story is in %CHECKOUT%\target\build.log"
exit /b 1

:not_built
call :say "is not built yet, and %PROBLEM%"
exit /b 1

:read_options
if "%~1"=="" exit /b 0
for %%o in (--plain --json --passphrase --help -h --version -V --serve-hub) do if "%~1"=="%%o" set "FRONT_END="
shift
goto :read_options
