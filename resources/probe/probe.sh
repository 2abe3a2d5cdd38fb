# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Samples the counters of one node: a line on stdin is one sample, end of input means quit. POSIX sh, builtins only in the
# loop; a tool of the GPU maker runs beside it, as a child. A line read is "TICK [PERIOD_MS]", the period where it is new.
#   P1 node=NAME step=ID [gpus=INDICES]        once, at the start
#   P1 t=TICK + d FOLDER NAME:CONTENT|...      files as they are, m: lines of /proc/self/mountstats, | between them
#   P1 t=TICK u=UPTIME c=JIFFIES l=LOAD1 m=TOTAL,AVAILABLE n=NAME:RECEIVED:SENT,... a=ABSENT,...
#      j=CPU_US,MEMORY (the job's cgroup)  s=CPU_US,MEMORY_US,IO_US (some task stalled)  e=NAME:MICROJOULE,... (RAPL)
#      p=NAME:w|b:RECEIVED:SENT:WAITED,... (ports, words of 4 bytes or bytes)  k=DISK:READ:WRITTEN,... (sectors of 512)
#      i=READ,WRITTEN,CALLS,BLOCKED,PROCESSES (the job's processes)  v=PCI:MINOR,... (NVIDIA's device files)
#   P1 g=TOOL u=UPTIME b | r LINE | o job|foreign|unknown LINE | e STATUS   a GPU tool began, printed a line, ended
# c holds the ten columns of the first line of /proc/stat, m is in KiB, n in bytes. What cannot be read is left out and
# named once in a. Long files, and what changes slowly, are read every ten seconds, by all nodes at the same tick.
# Whatever happens, the status is 0: a job's derived exit code is the highest of its steps'.
quit() {
    # shellcheck disable=SC2086
    [ -z "$readers" ] || kill $readers
    exit 0
}
readers=''
trap quit HUP INT QUIT ALRM TERM USR1 USR2 PIPE
root=${PACELINE_ROOT-} absent=''
p=$root/proc y=$root/sys
{
node=${SLURMD_NODENAME-}
[ -n "$node" ] || read -r node <"$p/sys/kernel/hostname"
a=${SLURM_STEP_GPUS:-${SLURM_JOB_GPUS-}}
echo "P1 node=$node step=${SLURM_STEP_ID-}${a:+ gpus=$a}" || exit 0

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
    pressure
    [ -n "$met" ] || { group && minors; }
    met=1
    job
    [ -z "$long" ] || slow
    ports
    power
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
# /proc/net/dev is long: between the long samples the same counters are in /sys, where that shows the same interfaces.
network() {
    if [ -z "$long" ] && [ "$quick" != none ]; then
        for name in $quick; do
            statistics && n=$n,$name:$rx:$tx
        done
        return
    fi
    quick='' names='' count=0
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
    for b in "$y"/class/net/*; do
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
    read -r rx <"$y/class/net/$name/statistics/rx_bytes"
    read -r tx <"$y/class/net/$name/statistics/tx_bytes"
    [ -n "$tx" ]
}
pressure() {
    case $absent, in
    *,pressure,*) return ;;
    esac
    text=''
    for name in cpu memory io; do
        a=''
        read -r b b b b a <"$p/pressure/$name"
        text=$text,${a#total=}
    done
    [ "$text" = ,,, ] && lacks pressure || out="$out s=${text#,}"
}
# The job's own share: where Slurm keeps its processes in a cgroup, of either version. Ours is a step of it.
group() {
    jobcpu='' jobmem='' procs=''
    while IFS=: read -r a b c; do
        case $c in
        */job_*) c=${c%%/step_*} ;;
        *) continue ;;
        esac
        case ,$b, in
        ,,) b='' jobcpu=cpu.stat jobmem=memory.current ;;
        *,cpuacct,*) jobcpu=$y/fs/cgroup/$b$c/cpuacct.usage ;;
        *,memory,*) jobmem=$y/fs/cgroup/$b$c/memory.usage_in_bytes ;;
        *,freezer,* | *,cpuset,* | *,devices,*) ;;
        *) continue ;;
        esac
        procs=$y/fs/cgroup${b:+/$b}$c
        [ -n "$b" ] || jobcpu=$procs/$jobcpu jobmem=$procs/$jobmem
    done <"$p/self/cgroup"
    [ -n "$procs" ] || lacks job
    [ -r "$jobcpu" ] || { jobcpu='' && [ -z "$procs" ] || lacks job.cpu; }
    [ -r "$jobmem" ] || { jobmem='' && [ -z "$procs" ] || lacks job.memory; }
}
job() {
    [ -n "$jobcpu$jobmem" ] || return 0
    a='' b=''
    [ -z "$jobcpu" ] || read -r a b <"$jobcpu"
    case $a in
    usage_usec) a=$b ;;
    *?????) a=${a%???} ;; # nanoseconds
    esac
    b=''
    [ -z "$jobmem" ] || read -r b <"$jobmem"
    out="$out j=$a,$b"
}

exec 3>&1
period=1000 every=10 left=0 skip=0 quick=none names='' kinds='' fabric='' cray='' rapl=''
known='' moved_r=0 moved_w=0 moved_c=0 begun='' met=''
places=$root/usr/local/bin:$root/usr/bin:$root/opt/rocm/bin:$root/usr/sbin
[ -n "$root" ] || places=${PATH-}:$places:/bin
limit=''
! command -v timeout >/dev/null || limit='timeout -s KILL 20'
while read -r tick a; do
    case $a in
    '' | *[!0-9]* | ??????*) ;;
    *)
        [ "$a" = "$period" ] || begun='' left=0
        period=$a every=$((10000 / (a > 0 ? a : 1000)))
        [ "$every" -gt 0 ] || every=1
        ;;
    esac
    long=''
    [ "$left" -gt 0 ] || long=1 left=$every
    head="P1 t=$tick" out="P1 t=$tick"
    sample
    echo "$out" || quit
    left=$((left - 1))
    [ -n "$begun" ] || tools
    begun=1
done
quit
} 2>/dev/null
