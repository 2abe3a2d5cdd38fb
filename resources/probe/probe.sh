# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Samples the counters of one node: a line on stdin is one sample, end of input means quit. POSIX sh, builtins only.
#   P1 node=NAME step=ID                       once, at the start
#   P1 t=TICK u=UPTIME c=JIFFIES l=LOAD1 m=TOTAL,AVAILABLE n=NAME:RECEIVED:SENT,... a=ABSENT,...
# TICK is the line that was read, cut to its first word. c holds the ten columns of the first line of /proc/stat, m is in
# KiB, n in bytes. What cannot be read is left out and named once in a. Whatever happens, the status is 0: a job's derived
# exit code is the highest of its steps'.
trap 'exit 0' HUP INT QUIT ALRM TERM USR1 USR2 PIPE
root=${PACELINE_ROOT-} absent=''
p=$root/proc
{
node=${SLURMD_NODENAME-}
[ -n "$node" ] || read -r node <"$p/sys/kernel/hostname"
echo "P1 node=$node step=${SLURM_STEP_ID-}" || exit 0

# dash reads /proc a byte at a time: of each file no more than is needed.
lacks() {
    case $absent, in
    *",$1,"*) ;;
    *) absent=$absent,$1 new=$new,$1 ;;
    esac
}
sample() {
    new='' u='' c='' l='' m='' n='' a='' b=''
    read -r u a <"$p/uptime"
    [ -n "$u" ] && out="$out u=$u" || lacks uptime
    a=''
    read -r a c <"$p/stat"
    if [ "$a" = cpu ]; then
        set -f
        # shellcheck disable=SC2086
        set -- $c
        set +f
        out="$out c=$1,$2,$3,$4,$5,$6,$7,$8,$9,${10-}"
    else
        lacks stat
    fi
    read -r l a <"$p/loadavg"
    [ -n "$l" ] && out="$out l=$l" || lacks loadavg
    memory
    [ -n "$m" ] && out="$out m=$m" || lacks meminfo
    network
    [ -n "$n$names" ] && out="$out n=${n#,}" || lacks net
    [ -z "$new" ] || out="$out a=${new#,}"
}
memory() {
    while read -r key a b; do
        case $key in
        MemTotal:) total=$a ;;
        MemAvailable:) m=$total,$a && return ;;
        Buffers:) return ;; # kernels before 3.14 do not tell
        esac
    done <"$p/meminfo"
}
# /proc/net/dev is long: nine ticks of ten take the same counters from /sys, where that shows the same interfaces.
network() {
    if [ "$ticks" -gt 0 ] && [ "$quick" != none ]; then
        for name in $quick; do
            statistics && n=$n,$name:$rx:$tx
        done
        return
    fi
    ticks=10 quick='' names='' count=0
    while IFS=' :' read -r name rx a b b b b b b tx b; do
        case $name in
        '' | Inter-* | face) continue ;;
        esac
        names="${names:- }$name " count=$((count + 1))
        [ "$name" != lo ] && [ "$rx$tx" != 00 ] || continue
        n=$n,$name:$rx:$tx b=$rx
        [ "$quick" = none ] && continue
        statistics && [ "$rx" -ge "$b" ] && quick="$quick $name" || quick=none
    done <"$p/net/dev"
    for b in "$root"/sys/class/net/*; do
        [ -d "$b" ] || continue
        case $names in
        *" ${b##*/} "*) count=$((count - 1)) ;;
        *) quick=none ;;
        esac
    done
    [ "$count" = 0 ] || quick=none
}
statistics() {
    rx='' tx=''
    read -r rx <"$root/sys/class/net/$name/statistics/rx_bytes"
    read -r tx <"$root/sys/class/net/$name/statistics/tx_bytes"
    [ -n "$tx" ]
}
ticks=0 quick=none names=''
while read -r tick a; do
    out="P1 t=$tick"
    sample
    ticks=$((ticks - 1))
    echo "$out" || exit 0
done
} 2>/dev/null
exit 0
