#!/bin/sh
# Starts Lanline; builds it first where that has not been done.  ./run.sh --help tells the options.
#
# What the program may rely on (run.bat and a jar started directly give none of this, except lanline.charset):
#
#   -Dlanline.charset=UTF-8|ASCII    what the terminal shows, from LC_ALL, LC_CTYPE, LANG
#
# and with the full screen (standard input and output are a terminal, TERM is not dumb, no option below says otherwise):
#
#   -Dlanline.tty.prepared=true      the terminal is in raw mode already: stty $RAW below
#   -Dlanline.tty.saved=SETTINGS     what stty -g said before: for Ctrl-Z, which the program does itself
#   -Dlanline.tty.rows=N, -Dlanline.tty.columns=N    its size at the start; absent when stty did not know
#   fd 0, fd 1                       the terminal
#   fd 2                             HOME/hosts/HOST/vm.log, fresh, so that no message of the VM lands on the screen.
#                                    If the status at the end is not 0, what stands there is shown once the terminal is
#                                    restored: a program that can't start just prints why on System.err and exits.
#
# At the end the program writes its own leave sequence and exits; stty is restored here, however it ended. If it was
# killed or crashed, the leave sequence is sent here too. TERM, HUP and INT that reach this shell are passed on as TERM
# or HUP (the JVM is a background child, for which POSIX ignores INT). The status is the program's. Ctrl-Z: the program
# restores the terminal with lanline.tty.saved, stops the whole process group, this shell included, and goes raw again.
#
# Line by line at a terminal (standard input is one) the program makes the keys raw itself; here stty is restored the same way,
# however it ended, and signals are passed on. With a pipe the JVM takes the place of this shell.

RAW='-ixon -isig -iexten -icrnl -icanon -echo min 1 time 0'

# 48 MB: to be sized by measurement on the real program. C1 alone: it starts faster and needs less memory.
JVM='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms6m -Xmx48m -Xss256k -Xlog:disable
    -XX:+DisplayVMOutputToStderr -XX:+ErrorFileToStderr --enable-native-access=ALL-UNNAMED'

# The virtual machine's own housekeeping wakes five times a second on 17; nothing here needs that (25 has it so by itself).
JVM="$JVM -XX:+UnlockDiagnosticVMOptions -XX:+IgnoreUnrecognizedVMOptions -XX:GuaranteedSafepointInterval=0
    -XX:AsyncDeflationInterval=60000"

# The archive is mapped where it was made for: elsewhere each of its pointers would have to be changed first, which takes 10 ms and
# 11 MB that then are nobody else's. Where that place is taken it is mapped elsewhere all the same.
JVM="$JVM -XX:ArchiveRelocationMode=0"

# What a message goes through is compiled after 20 calls instead of 200: else the first hundred messages of a run go through the
# interpreter. For the JDK's own classes alike it would cost 50 ms of start, and each pattern here a few. The rest is warmed up by the
# program itself, once its first frame stands.
SOON=-XX:CompileCommand=CompileThresholdScaling
JVM="$JVM -XX:CompileCommand=quiet $SOON,lanline/*.*,0.1 $SOON,org/sqlite/*.*,0.1 $SOON,sun/nio/ch/*.*,0.1
    $SOON,com/fasterxml/*.*,0.1 $SOON,java/util/concurrent/*.*,0.1"

OLDEST_JAVA=17

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "lanline: $*"
    exit 1
}

# Sets $checkout: the folder that this file lies in, through symlinks, without a process where there are none.
find_checkout() {
    self=$0
    while [ -h "$self" ]; do
        target=$(readlink "$self")
        case $target in
            /*) self=$target ;;
            *) self=${self%/*}/$target ;;
        esac
    done
    came_from=$PWD
    case $self in
        */*) CDPATH='' cd -P "${self%/*}/" || fail "can't enter ${self%/*}" ;;
    esac
    checkout=$PWD
    # The folder that somebody stands in may have been deleted or closed meanwhile: then we stay here.
    cd "$came_from" 2>/dev/null || :
}

# Sets $java and $java_version to the first Java that is new enough; with "compiler", to one that can build.
find_java() {
    java='' wanted=$1 too_old=''
    [ -n "$JAVA_HOME" ] && try_java "$JAVA_HOME" && return 0
    folders=$PATH:
    while [ -n "$folders" ]; do
        folder=${folders%%:*} folders=${folders#*:}
        [ -x "$folder/java" ] && [ ! -d "$folder/java" ] && try_link "$folder/java" && return 0
    done
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/current \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        try_java "$folder" && return 0
    done
    return 1
}

try_link() {
    real=$(readlink -f "$1" 2>/dev/null) || real=$1
    try_java "${real%/bin/java}"
}

# Asks the file "release" rather than Java itself, which would take as long as the whole start.
try_java() {
    [ -x "$1/bin/java" ] || return 1
    [ -z "$wanted" ] || [ -x "$1/bin/javac" ] || return 1
    version=''
    if [ -r "$1/release" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in
                JAVA_VERSION=*) version=${line#*=} version=${version#\"} version=${version%\"*} ;;
            esac
        done <"$1/release"
    fi
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p')
    major=${version%%[!0-9]*}
    if [ "${major:-0}" -lt $OLDEST_JAVA ]; then
        too_old=${too_old:-"$1 has ${version:-no version that it tells}"}
        return 1
    fi
    java_home=$1 java=$1/bin/java java_version=$version java_major=$major
}

no_java() {
    if [ -n "$too_old" ]; then
        fail "needs Java $OLDEST_JAVA or later, but $too_old: install a newer one (Debian: apt install openjdk-17-jdk), or set JAVA_HOME to one."
    fi
    fail "needs Java $OLDEST_JAVA or later, and none was found: install it (Debian: apt install openjdk-17-jdk), or set JAVA_HOME."
}

# Sets $jar; target/current names it, so that nothing has to be hashed or listed.
find_jar() {
    jar=''
    [ -r "$checkout/target/current" ] && IFS= read -r name <"$checkout/target/current" || return 1
    [ -r "$checkout/target/$name" ] && jar=$checkout/target/$name
}

sources_are_newer() {
    [ -w "$checkout/target" ] && [ -n "$(newer_sources)" ]
}

newer_sources() {
    find "$checkout/src/main" "$checkout/themes" "$checkout/pom.xml" -newer "$checkout/target/current" "$@" 2>/dev/null
}

ensure_built() {
    if find_jar; then
        sources_are_newer || return 0
        if ! command -v mvn >/dev/null || ! (find_java compiler); then
            say "lanline: the sources are newer than the program, and there is no Maven or no JDK to build it: starting it as it is"
            return 0
        fi
    fi
    find_java compiler ||
        fail "is not built yet, and no JDK $OLDEST_JAVA or later (with a compiler) was found: install one (Debian: apt install openjdk-17-jdk), or set JAVA_HOME."
    command -v mvn >/dev/null ||
        fail "is not built yet, and Maven is missing: install it (Debian: apt install maven)."
    mkdir -p "$checkout/target" 2>/dev/null
    # In a shell of its own: the lock is gone with it, however it ends.
    (build) || exit 1
    find_jar || fail "was built, but $checkout/target/current names no program: delete $checkout/target and try again."
}

build() {
    # "command": else the shell would end here without a word.
    { command exec 9>>"$checkout/target/lock"; } 2>/dev/null ||
        fail "is not built yet, and you may not write in $checkout: let its owner run ./run.sh once, or use a copy of your own."
    say "building Lanline (once, about a minute)..."
    # Where there is no flock, two builds at once do the same work twice.
    if command -v flock >/dev/null; then
        flock 9
        find_jar && ! sources_are_newer && return 0
    fi
    unset CI MAVEN_ARGS
    export JAVA_HOME="$java_home"
    # A later compiler's new warning must not keep anybody from starting.
    if ! mvn -q -B -f "$checkout/pom.xml" -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package \
        >"$checkout/target/build.log" 2>&1 </dev/null; then
        grep -m 8 ERROR "$checkout/target/build.log" >&2 || tail -n 8 "$checkout/target/build.log" >&2
        fail "could not be built; the whole story is in $checkout/target/build.log"
    fi
    # A source from the future (a clock that was set back) would be built again at each start.
    while [ -n "$(newer_sources)" ]; do
        newest=$(newer_sources -exec ls -td {} + | head -n 1)
        touch -r "$newest" "$checkout/target/current" || return 0
    done
}

# Sets $full_screen and $home from the options; whether they make sense is for the program to say.
read_options() {
    full_screen=yes home='' wordless_run=''
    [ -t 0 ] && [ -t 1 ] && [ "$TERM" != dumb ] || full_screen=''
    previous=''
    for option; do
        [ "$previous" = --home ] && home=$option
        case $option in
            --plain | --json | --passphrase | --serve-hub | --serve-hub=*) full_screen='' ;;
            --help | -h | --version | -V) full_screen='' wordless_run=yes ;;
            --home=*) home=${option#*=} ;;
        esac
        previous=$option
    done
    home=${home:-${LANLINE_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/lanline}}
}

find_charset() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) charset=UTF-8 ;;
        C | POSIX)
            charset=ASCII
            # So that Java still understands what was typed behind --name: its output goes by lanline.charset.
            export LC_ALL=C.UTF-8
            ;;
        *) charset=ASCII ;;
    esac
}

# An archive of loaded classes halves the start. It lies beside the jar, or in HOME/archives where that folder can't be written,
# and belongs to this jar (whose hash is in the name: a JDK 25 does not check that) and to this Java. Where there is none yet it
# is made beside this run, for the next one.
find_archive() {
    name=${jar##*/} name=${name%.jar}-$java_version archive='' uses=-XX:SharedArchiveFile makes=-XX:ArchiveClassesAtExit
    if [ "$java_major" -ge 25 ]; then
        name=$name.aot uses=-XX:AOTCache makes=-XX:AOTCacheOutput
    else
        name=$name.jsa
    fi
    for folder in "$checkout/target" "$home/archives"; do
        # The virtual machine refuses one that was made for a file of another time, without a word.
        [ -r "$folder/$name" ] && [ ! "$jar" -nt "$folder/$name" ] && archive=$uses=$folder/$name && return
    done
    [ -n "$wordless_run" ] || (make_archive "$name") </dev/null >/dev/null 2>&1 &
}

make_archive() {
    folder=$checkout/target
    if [ ! -w "$folder" ]; then
        folder=$home/archives
        mkdir -p "$folder" && [ -O "$home" ] && [ ! -h "$folder" ] || return
        find "$folder" -type f ! -name "$name" -exec rm -f {} +
    fi
    # Two that start at once make it once; what a run that was killed left behind is tried again later.
    find "$folder/$name.making" -prune -mmin +10 -exec rm -rf {} + 2>/dev/null
    mkdir "$folder/$name.making" || return
    # $JVM unquoted: words.
    nice "$java" $JVM -Dlanline.tty.prepared=true -Dlanline.tty.rows=40 -Dlanline.tty.columns=120 "$makes=$folder/$name.making/new" -cp "$jar" lanline.app.Training \
        "$folder/$name.making/home" </dev/null >/dev/null
    # Readable like the jar beside it, for all who use this checkout.
    [ -s "$folder/$name.making/new" ] && chmod 644 "$folder/$name.making/new" && mv -f "$folder/$name.making/new" "$folder/$name"
    rm -rf "$folder/$name.making"
}

# Sets $log to a fresh file in HOME; to nothing where HOME isn't ours, which the program then says itself.
open_log() {
    log=''
    find_host
    [ -d "$home/hosts/$host" ] || mkdir -p "$home/hosts/$host" 2>/dev/null
    [ -O "$home" ] && [ ! -h "$home" ] || return
    for folder in "$home/hosts" "$home/hosts/$host" "$home/hosts/$host/vm.log"; do
        [ -h "$folder" ] && return
    done
    log=$home/hosts/$host/vm.log
    { true >"$log"; } 2>/dev/null || log=''
}

# As the program names the folder of this machine; one with an odd name has its log elsewhere, no more.
find_host() {
    host=''
    [ -r /proc/sys/kernel/hostname ] && IFS= read -r host </proc/sys/kernel/hostname
    host=${host:-${HOSTNAME:-host}}
    case $host in
        .* | *[!A-Za-z0-9._-]*) host=host ;;
    esac
}

run_full_screen() {
    # What was typed before the JVM listens stays in the terminal's queue: both settings are made at once.
    saved=$(stty -g) || exec "$java" "$@"
    size=$(stty size 2>/dev/null)
    rows=${size% *} columns=${size#* }
    set -- -Dlanline.tty.prepared=true "-Dlanline.tty.saved=$saved" "$@"
    [ "${rows:-0}" -gt 0 ] && set -- "-Dlanline.tty.rows=$rows" "-Dlanline.tty.columns=$columns" "$@"
    open_log
    run_guarded "$@"
}

run_lines_at_terminal() {
    saved=$(stty -g 2>/dev/null) || exec "$java" "$@"
    log=''
    run_guarded "$@"
}

# Runs the program, and makes the terminal good after it.
run_guarded() {
    exec 3<&0 4>&2
    [ -z "$log" ] || exec 4>>"$log"
    jvm='' passed=''
    trap 'pass_on HUP' HUP
    trap 'pass_on TERM' TERM INT
    # Unquoted: words for stty.
    [ -z "$full_screen" ] || stty $RAW
    "$java" "$@" <&3 2>&4 3<&- 4>&- &
    jvm=$!
    # A signal that came before there was anybody to pass it on to.
    [ -z "$passed" ] || kill "-$passed" "$jvm"
    # A trap interrupts the waiting; a child that is gone and was waited for no longer answers.
    while :; do
        # The shell's own word about a killed child belongs nowhere on the screen.
        wait "$jvm" 2>/dev/null
        status=$?
        kill -0 "$jvm" 2>/dev/null || break
    done
    trap '' HUP TERM INT
    restore_terminal
    exit "$status"
}

pass_on() {
    passed=$1
    [ -z "$jvm" ] || kill "-$1" "$jvm" 2>/dev/null
}

# Ended while it was suspended (kill %1), the terminal is the shell's, and to set it would stop us for good. The fields of
# proc(5): the name in parentheses, state, parent, group, session, terminal, the group that has the terminal.
in_background() {
    { IFS= read -r stat </proc/$$/stat; } 2>/dev/null || return 1
    set -f -- ${stat##*) }
    [ "$3" != "$6" ]
}

restore_terminal() {
    case $status in
        0 | 1 | 2) unexpected='' wordless='' ;;
        129 | 130 | 143) unexpected='' wordless=yes ;;
        *) unexpected=yes wordless='' ;;
    esac
    # Synchronized update, scroll region, mouse, focus, paste, alternate screen; then cursor, wrapping, keys, colours.
    [ -z "$unexpected" ] || [ -z "$full_screen" ] || in_background ||
        printf '\033[?2026l\033[r\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l\033[?2004l\033[?1049l%b' \
            '\033[?25h\033[?7h\033[?1l\033>\033[0m\r'
    in_background || stty "$saved" 2>/dev/null
    [ "$status" -eq 0 ] || [ -n "$wordless" ] || [ ! -s "$log" ] ||
        sed -n '1,20p;21s/.*/... (the rest is in the log)/p' "$log" >&2
    [ -z "$unexpected" ] || say "lanline: ended unexpectedly (status $status)${log:+; what the Java VM said is in $log}"
}

find_checkout
# The build calls this for the archive of its own Java.
[ "$*" != --make-archive ] || archive_only=yes
[ -n "$archive_only" ] && find_jar || ensure_built
[ -n "$java" ] || find_java '' || no_java
umask 077
ulimit -c 0
read_options "$@"
find_charset
[ -z "$archive_only" ] || wordless_run=yes
find_archive
if [ -n "$archive_only" ]; then
    [ -n "$archive" ] || make_archive "$name"
    exit 0
fi
# With -jar the table of the jar's 2,600 files is read on the way to the first frame; but a class path can't have a colon in it.
case $jar in
    *:*) set -- -jar "$jar" "$@" ;;
    *) set -- -cp "$jar" lanline.app.Main "$@" ;;
esac
# $JVM unquoted: words, and no names of files.
set -f
set -- $JVM ${archive:+"$archive"} -Dlanline.charset=$charset -Dfile.encoding=UTF-8 \
    -Dsun.stdout.encoding=$charset -Dsun.stderr.encoding=$charset -Dstdout.encoding=$charset -Dstderr.encoding=$charset \
    "$@"
set +f
[ -z "$full_screen" ] || run_full_screen "$@"
[ -n "$wordless_run" ] || [ ! -t 0 ] || run_lines_at_terminal "$@"
exec "$java" "$@"
