# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The relay: one POSIX shell on the login node that serves many requests at once over its stdin and stdout.
# backends/transport/relayscript.h sends it, relayframes.h reads its answers. Comment lines are not sent.
# Given by the sender: T token of this connection, W seconds without a ping after which everything ends (twice at most).
# Requests are lines, each a call of one of the one-letter functions below. Answers are frames:
#   @T SLOT KIND rest                                    kinds R I E O o F f
#   @T SLOT KIND rest, bytes, newline, "@T SLOT ."       kinds D H G X
# Whoever writes holds the one newline that travels through the FIFO on descriptor 8, so that frames stay whole.
# The token is never in an argument list or in the environment: no output can forge a frame.
LC_ALL=C
export LC_ALL
umask 077
D=
for d in "$XDG_RUNTIME_DIR" /dev/shm "$TMPDIR" /tmp; do
    [ -n "$d" ] && D=$(mktemp -d "$d/paceline.XXXXXXXX" 2>/dev/null) && break
done
[ -p "$D/k" ] || mkfifo "$D/k" || exit 1
exec 8<>"$D/k"
echo >&8
case $(locale -a 2>/dev/null) in *C.utf8*|*C.UTF-8*) U=C.UTF-8 ;; *) U=C ;; esac
case $(stat -L -c '%.3Y' / 2>/dev/null) in *[0-9].[0-9]*) M='%s %i %d %.3Y' ;; *) M='%s %i %d %Y' ;; esac
case $(date +%s%3N) in *[!0-9]*) C='+%s' ;; *) C='+%s%3N' ;; esac
# Commands get a process group of their own where the host can make one.
if command -v setsid >/dev/null 2>&1; then S=setsid N=-; else S= N=; fi
# Only if we lead our process group it holds nobody else's processes.
read -r a b c d g e </proc/$$/stat
if [ "$g" = $$ ]; then G=-$$; else G=; fi
# Units of ulimit -f.
B=512
case $BASH_VERSION:$SHELLOPTS in :*|*posix*) ;; *) B=1024 ;; esac
renice -n 10 -p $$ >/dev/null 2>&1
X=0
# A line end in a word of a request.
J='
'

take() { until IFS= read -r k <&8; do :; done; }
give() { echo >&8; }
# SLOT KIND TEXT
line() { take; printf '@%s %s %s %s\n' "$T" "$1" "$2" "$3"; give; }
# SLOT KIND TEXT, body from a command: SLOT KIND TEXT COMMAND...
body() {
    take
    printf '@%s %s %s %s\n' "$T" "$1" "$2" "$3"
    h=$1
    shift 3
    "$@"
    printf '\n@%s %s .\n' "$T" "$h"
    give
}
# Signals the group of the command that this subshell runs.
sig() { [ -n "$p" ] && kill -s "$1" -- "$N$p" 2>/dev/null; }
# Waits for a child although signals with traps, which set i, interrupt wait. Its status comes in r.
reap() {
    r=
    while :; do
        i=
        wait "$1"
        t=$?
        # 127: it was reaped by the wait before.
        if [ -z "$r" ] || [ "$t" != 127 ]; then r=$t; fi
        [ -n "$i" ] || return 0
    done
}
# SLOT KIND SIZE FRAME: sends SIZE bytes of descriptor 5 in frames.
bulk() {
    n=$3
    while [ "$n" -gt 0 ] && [ -z "$q" ]; do
        m=$n
        [ "$m" -gt "$4" ] && m=$4
        # Large writes: half the time of head's small ones.
        if [ "$m" -ge 65536 ]; then
            m=$((m - m % 65536))
            body "$1" "$2" "$m" dd bs=65536 count=$((m / 65536)) <&5
        else
            body "$1" "$2" "$m" head -c "$m" <&5
        fi
        n=$((n - m))
    done
}
# Remembers the child that serves SLOT, and lets the shell forget those that ended.
serves() {
    eval "p$1=$!"
    [ "$1" -gt "$X" ] && X=$1
    jobs >/dev/null 2>&1
}

# Run a command. SLOT LIMIT COMMAND
R() { run "$@" </dev/null & serves "$1"; }
run() {
    p= q=
    trap 'i=1; sig TERM' USR1 TERM
    trap 'i=1; sig KILL' USR2
    (
        trap - PIPE HUP USR1 USR2 TERM
        ulimit -f $((($2 + B) / B)) 2>/dev/null
        LC_ALL=$U
        exec $S /bin/sh -c "$3"
    ) >"$D/o$1" 2>"$D/e$1" 8<&- &
    p=$!
    reap "$p"
    s=$r
    sig TERM
    p=
    z=$(stat -c %s "$D/o$1" "$D/e$1")
    t=${z#*[!0-9]}
    z=${z%%[!0-9]*}
    bulk "$1" D "$z" 262144 5<"$D/o$1"
    [ "$t" -gt 65536 ] && t=65536
    bulk "$1" H "$t" 65536 5<"$D/e$1"
    if [ "$z" -gt 65536 ]; then rm -f "$D/o$1"; fi
    line "$1" E "$s"
}

# Pull bytes of a file. SLOT OFFSET COUNT FRAME PATH
P() { pull "$@" </dev/null & serves "$1"; }
pull() {
    q=
    trap 'q=1' TERM USR1 USR2
    if [ -f "$5" ] || ! [ -e "$5" ]; then
        { pieces "$@" 5<"$5"; } 2>/dev/null && return
        w=$( { : <"$5"; } 2>&1)
    else
        w='not a regular file'
    fi
    body "$1" X '' printf '%s' "$w"
    line "$1" E 1
}
pieces() {
    w=$(stat -L -c "$M" /proc/self/fd/5)
    n=$((${w%% *} - $2))
    [ "$n" -lt 0 ] && n=0
    [ "$n" -gt "$3" ] && n=$3
    line "$1" I "$w"
    if [ "$n" -gt 0 ] && [ "$2" -gt 0 ]; then
        # Only moves the offset that the descriptor shares with head.
        dd bs=1 skip="$2" count=0 <&5 || n=0
    fi
    bulk "$1" D "$n" "$4"
    line "$1" E 0
}

# Start a stream. SLOT MODE COMMAND; modes: l lines, b bytes, a whichever is cheaper
S() {
    [ -p "$D/f$1" ] || mkfifo "$D/f$1" "$D/g$1" "$D/h$1"
    exec 7<>"$D/f$1" 4<"$D/f$1"
    stream "$@" </dev/null &
    serves "$1"
    exec 7<&- 4<&-
}
stream() {
    p=
    trap 'i=1; sig TERM' USR1
    trap 'i=1; sig KILL' USR2
    trap 'i=1; exec 7<&-' HUP
    trap 'i=1; exec 7<&-; sig TERM' TERM
    feed "$1" O D "$2" <"$D/g$1" &
    x=$!
    feed "$1" F H "$2" <"$D/h$1" &
    y=$!
    exec 5>"$D/g$1" 6>"$D/h$1"
    (
        trap - PIPE HUP USR1 USR2 TERM
        LC_ALL=$U
        exec $S /bin/sh -c "$3"
    ) <&4 >&5 2>&6 4<&- 5>&- 6>&- 7<&- 8<&- &
    p=$!
    exec 4<&- 5>&- 6>&-
    reap "$p"
    s=$r
    # What the command left behind in its group would keep the stream open.
    sig TERM
    reap "$x"
    reap "$y"
    line "$1" E "$s"
}
# SLOT LINEKIND BODYKIND MODE: sends stdin. Lines cost no process but a system call per byte; pieces the reverse.
feed() {
    trap '' TERM HUP USR1 USR2
    # Not as redirections of the call: a shell keeps copies of what those hide, and the command would see no end of input.
    exec 4<&- 7<&-
    n=0 u=0
    while :; do
        while [ "$4" != b ]; do
            if ! IFS= read -r l; then
                [ -n "$l" ] && case $2 in O) line "$1" o "$l" ;; *) line "$1" f "$l" ;; esac
                return
            fi
            line "$1" "$2" "$l"
            n=$((n + 1))
            [ "$n" -lt 512 ] && continue
            n=0
            v=$u
            read -r u w </proc/uptime
            u=${u%.*}
            [ "$4" = a ] && [ $((u - v)) -lt 2 ] && break
        done
        n=0
        while [ "$4" = b ] || [ "$n" -lt 256 ]; do
            dd bs=65536 count=1 >"$D/c$1$2" 2>/dev/null
            [ -s "$D/c$1$2" ] || return
            body "$1" "$3" '' cat "$D/c$1$2"
            n=$((n + 1))
        done
        n=0
    done
}
# A line for a stream's stdin. SLOT LINE
L() { printf '%s\n' "$2" 1<>"$D/f$1"; }
# Signal the child that serves SLOT: HUP closes its stdin, USR1 ends, USR2 kills. SLOT SIGNAL
K() { eval "kill -s $2 \$p$1" 2>/dev/null; }

# Ping. NUMBER CLOCK(0|1)
A() {
    kill -s USR1 "$Z"
    w=
    [ "$2" = 1 ] && w=$(date "$C")
    body 0 G "$1 $w" times
    jobs >/dev/null 2>&1
}
# The dead man: ends everything when no ping came for W seconds.
dead() {
    exec </dev/null >/dev/null 2>&1 8<&-
    trap 'i=1 a=1' USR1
    trap '' TERM HUP USR2
    while
        a=
        sleep "$W" &
        reap $!
        [ -n "$a" ]
    do :; done
    kill -s TERM $$
    over
}
# Ends whatever is left, however stuck.
over() {
    exec </dev/null >/dev/null 2>&1 8<&-
    sleep 2
    if [ -n "$G" ]; then
        kill -s TERM -- "$G"
        kill -s USR2 -- "$G"
    fi
    sleep 1
    rm -rf "$D"
    kill -s KILL -- ${G:-$$}
}
bye() {
    trap '' TERM HUP USR1 USR2
    i=0
    while [ "$i" -lt "$X" ]; do
        i=$((i + 1))
        eval "kill -s TERM \$p$i" 2>/dev/null
    done
    over &
    o=$!
    i=0
    while [ "$i" -lt "$X" ]; do
        i=$((i + 1))
        eval "[ -z \"\$p$i\" ] || wait \$p$i"
    done
    rm -rf "$D"
    [ -n "$G" ] && kill -s KILL -- "$G"
    kill -s KILL "$Z" "$o"
    exit
}
trap '' PIPE HUP USR1 USR2
trap bye TERM INT
dead &
Z=$!
line 0 R "1 $$ $D"
exec 2>/dev/null
while IFS= read -r l; do eval "$l"; done
bye
