@echo off
rem Builds the program when it is missing, and runs it: what the script "hefu" does on other systems.
rem Not tried on Windows yet.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "JAR=%HERE%\target\hefu.jar"
if not defined HEFU_HOME set "HEFU_HOME=%HERE%"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo There is no java. Try: install a JDK 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)
set "MAJOR="
for /f "tokens=2 delims==" %%v in ('"%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "MAJOR=%%v"
set "MAJOR=%MAJOR: =%"
for /f "tokens=1 delims=." %%m in ("%MAJOR%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo Java 17 or newer is needed; this is %MAJOR%. Try: point JAVA_HOME to a newer JDK. 1>&2
  exit /b 1
)

if not exist "%JAR%" (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo The first start builds with Maven, and there is no mvn. Try: install Maven 3.8 or newer. 1>&2
    exit /b 1
  )
  if not exist "%HERE%\target" mkdir "%HERE%\target"
  echo First start: building, some minutes, only this once ... 1>&2
  pushd "%HERE%"
  call mvn -q -B -Dmaven.test.skip=true package >"%HERE%\target\build.log" 2>&1
  if errorlevel 1 (
    popd
    echo The build failed; the whole log is %HERE%\target\build.log 1>&2
    exit /b 1
  )
  popd
)

rem half a gigabyte is enough for a load of millions of rows, and the serial collector needs the least beside it
if not defined JAVA_OPTS set "JAVA_OPTS=-Xmx512m -XX:+UseSerialGC"
set "LOADER="
if /i "%~1"=="demo" set "LOADER=yes"
if /i "%~1"=="bench" set "LOADER=yes"
if not defined LOADER (
  "%JAVA%" %JAVA_OPTS% "-Dhefu.home=%HEFU_HOME%" -jar "%JAR%" %*
  exit /b
)
rem the databases and mail servers that these start are not in the product's jar
setlocal enabledelayedexpansion
set /p SERVERS=<"%HERE%\target\servers.classpath"
set "SERVERS=!SERVERS:;=,!"
"%JAVA%" %JAVA_OPTS% "-Dloader.path=!SERVERS!" "-Dhefu.home=%HEFU_HOME%" -jar "%JAR%" %*
exit /b
