# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of the probe that runs the tools of GPU makers beside its loop; see probe.sh. One may hang, die or be missing:
# that costs its own columns.
# NVIDIA's numbers of device files, by which Slurm knows a GPU. Also of those that a device cgroup hides.
minors() {
    text=''
    for dir in "$p"/driver/nvidia/gpus/*; do
        while read -r a b c; do
            [ "$a $b" != 'Device Minor:' ] || text=$text,${dir##*/}:$c
        done <"$dir/information"
    done
    [ -z "$text" ] || out="$out v=${text#,}"
}
# Lines of a tool as ours. Those that begin with @ are about it, and the last "@ NAME b" says whose lines follow.
pass() {
    while IFS= read -r line; do
        kill -0 $$ || exit 0
        read -r u a <"$p/uptime"
        case $line in
        '') ;;
        "@ "*)
            line=${line#@ } tool=${line%% *}
            printf '%s\n' "P1 g=$tool u=$u ${line#* }" >&3 || exit 0
            ;;
        *) printf '%s\n' "P1 g=$tool u=$u r $line" >&3 || exit 0 ;;
        esac
    done
}
# Sleeps, and ends with the probe.
rest() {
    nap=$1
    while [ "$nap" -gt 0 ]; do
        sleep 5 >/dev/null || exit 0
        kill -0 $$ || { [ -z "$t" ] || kill -KILL "$t" && exit 0; }
        nap=$((nap - 5))
    done
}
# keep NAME COMMAND...: a tool that repeats itself. What it wrote tells that it lives; one that ended or hangs is started
# again, ever later. Nothing ends one that waits for its driver in the kernel; then it is waited for, here and not in the probe.
keep() {
    name=$1 late=5
    shift
    while :; do
        echo "@ $name b"
        "$@" 2>&1 &
        t=$! age=0 idle=0 old=''
        while rest 5; do
            age=$((age + 5)) s=Z n=''
            read -r a b s c <"/proc/$t/stat"
            [ "$s" != Z ] || break
            while read -r a b; do
                [ "$a" != wchar: ] || n=$b
            done <"/proc/$t/io"
            [ "$n" = "$old" ] && idle=$((idle + 5)) || idle=0
            old=$n
            [ -z "$n" ] || [ "$idle" -lt "$patience" ] || kill -KILL "$t"
        done
        wait "$t"
        echo "@ $name e $?"
        t=''
        [ "$age" -lt 300 ] || late=5
        rest "$late"
        late=$((late * 2))
        [ "$late" -lt 300 ] || late=300
    done
}
# poll NAME SECONDS COMMAND...: a tool that answers once.
poll() {
    name=$1 pause=$2 late=$2
    shift 2
    while :; do
        once "$name" "$@" && late=$pause || late=$((late * 2))
        [ "$late" -lt 600 ] || late=600
        rest "$late"
    done
}
once() {
    echo "@ $1 b"
    shift
    $limit "$@" 2>&1
    s=$?
    echo "@ $name e $s"
    return "$s"
}
# The fields of a list that this nvidia-smi knows: it names one that it does not, and says nothing else.
known() {
    fields=,$1,
    while :; do
        a=$($limit nvidia-smi "--query-gpu=$1" --format=csv 2>&1)
        case $a in
        'Field "'*) b=${a#*\"} ;;
        *) break ;;
        esac
        b=,${b%%\"*},
        case $fields in
        *"$b"*) fields=${fields%%"$b"*},${fields#*"$b"} ;;
        *) break ;;
        esac
        set -- "${fields#,}"
        set -- "${1%,}"
    done
    fields=$1
}
nvidia() {
    known index,uuid,utilization.gpu,memory.used,temperature.gpu,temperature.memory,power.draw,clocks.sm,clocks_event_reasons.active,clocks_throttle_reasons.active,ecc.errors.uncorrected.volatile.total
    keep nvidia nvidia-smi "--query-gpu=$fields" --format=csv,nounits -lms "$period"
}
# What changes seldom, and whose processes are on the GPUs.
nvidia_slow() {
    known index,uuid,pci.bus_id,name,driver_version,memory.total,enforced.power.limit,power.limit,mig.mode.current
    while :; do
        name=nvidia.list
        once "$name" nvidia-smi "--query-gpu=$fields" --format=csv,nounits
        name=nvidia.instances
        once "$name" nvidia-smi -L
        for n in 1 2 3 4 5; do
            echo '@ nvidia.apps b'
            $limit nvidia-smi --query-compute-apps=pid,gpu_uuid,used_memory --format=csv,noheader,nounits 2>&1 | while read -r line; do
                owner "${line%%,*}"
                printf '%s\n' "@ nvidia.apps o $whose $line"
            done
            echo '@ nvidia.apps e 0'
            rest 60
        done
    done
}
# By its cgroup, or, where jobs have none, by its environment, which only its owner can read.
owner() {
    whose=unknown
    case $1 in
    '' | *[!0-9]*) return ;;
    esac
    [ -d "/proc/$1" ] && [ -n "${SLURM_JOB_ID-}" ] || return 0
    whose=foreign
    while read -r a; do
        case $a in
        *"/job_$SLURM_JOB_ID/"*) whose=job && return ;;
        */job_*) return ;;
        esac
    done <"/proc/$1/cgroup"
    while read -r a || [ -n "$a" ]; do
        case $a in
        *"SLURM_JOB_ID=$SLURM_JOB_ID"[!0-9]* | *"SLURM_JOB_ID=$SLURM_JOB_ID") whose=job && return ;;
        esac
    done <"/proc/$1/environ"
}
has() {
    IFS=:
    for a in $places; do
        [ ! -x "$a/$1" ] || { unset IFS && return 0; }
    done
    unset IFS
    return 1
}
beside() { # COMMAND...: runs it beside the loop, its lines become ours
    { PATH=$places:${PATH-} && t='' && command -v sleep >/dev/null && "$@"; } </dev/null 3>&- | pass &
    readers="$readers $!"
}
tools() {
    # shellcheck disable=SC2086
    [ -z "$readers" ] || kill $readers
    readers='' seconds=$(((period + 999) / 1000)) patience=$((period / 1000 * 3 + 30)) calm=15
    [ "$seconds" -lt "$calm" ] || calm=$seconds
    if has nvidia-smi; then
        beside nvidia
        beside nvidia_slow
    fi
    # Where a host engine runs. While it counts these, no other profiler of the GPU can: so do sites that run it.
    ! has dcgmi || beside keep dcgmi dcgmi dmon -e 54,1001,1002,1004,1005,1009,1010,1011,1012 -d "$period"
    # These are Python, and a second of a core each time.
    if has amd-smi; then
        beside poll amd.list 600 amd-smi list --json
        beside poll amd "$calm" amd-smi metric --json
    elif has rocm-smi; then
        beside poll rocm "$calm" rocm-smi --showproductname --showbus --showuniqueid --showuse --showmeminfo vram --showpower \
            --showtemp --showclocks --json
    fi
    if has xpu-smi; then
        beside poll xpu.list 600 xpu-smi discovery -j
        beside keep xpu xpu-smi dump -d -1 -m 0,1,2,3,4,5,18 -i "$seconds"
    fi
    ! has hl-smi || beside keep hl hl-smi -Q index,uuid,bus_id,name,driver_version,utilization.aip,memory.used,memory.total,temperature.aip,power.draw -f csv,nounits -l "$seconds"
}
