#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Goal: the node probe's core set costs <= 0.1 % of one core at 1 Hz, and <= 1 % with eight ports of a fabric; long files every
# tenth tick. Prints one JSON line for each shell of this machine and each case: CPU of one sample, start-up taken off. core is
# this machine as it is; ports8 a stand-in with eight ports, four disks, a cgroup with 64 processes, an NFS mount and Cray's power
# counters, in plain files, so without what a driver takes to answer. Usage: bench_probe.sh [SAMPLES]
samples=${1:-2000}
parts=$(dirname "$0")/../../resources/probe
script=$(cat "$parts/counters.sh" "$parts/gputools.sh" "$parts/probe.sh")
figures=$(mktemp)
stand_in=$(mktemp -d)
trap 'rm -rf "$figures" "$figures.ticks" "$stand_in"' EXIT
put() { # PATH TEXT
    mkdir -p "$stand_in/${1%/*}"
    printf '%s\n' "$2" >"$stand_in/$1"
}
build() {
    for file in uptime stat loadavg meminfo net/dev; do
        mkdir -p "$stand_in/proc/net"
        cat "/proc/$file" >"$stand_in/proc/$file"
    done
    for port in 0 1 2 3 4 5 6 7; do
        dir=sys/class/infiniband/mlx5_$port/ports/1
        put "$dir/state" '4: ACTIVE'
        put "$dir/rate" '400 Gb/sec (4X NDR)'
        put "$dir/link_layer" InfiniBand
        for counter in port_rcv_data port_xmit_data port_xmit_wait symbol_error link_error_recovery link_downed port_rcv_errors; do
            put "$dir/counters/$counter" 345091702026
        done
    done
    for disk in 0 1 2 3; do put "sys/block/nvme${disk}n1/stat" "1298413 0 103847362 49284 83746 0 8374628 837 0 8374 9384 0 0 0 0 0 0"; done
    put proc/self/cgroup 0::/system.slice/slurmstepd.scope/job_7/step_1/user/task_0
    group=sys/fs/cgroup/system.slice/slurmstepd.scope/job_7
    put "$group/cpu.stat" 'usage_usec 123456789'
    put "$group/memory.current" 12345678901
    put "$group/step_0/user/task_0/cgroup.procs" "$(seq 1001 1064)"
    for pid in $(seq 1001 1064); do
        put "proc/$pid/io" "rchar: 323934931
wchar: 323929600
syscr: 632687
syscw: 632675
read_bytes: 0"
        put "proc/$pid/status" "Name:	python
Umask:	0022
State:	S (sleeping)"
    done
    put sys/cray/pm_counters/power '1284 W 1732199880123456 us'
    put proc/self/mountstats "$(cat "$(dirname "$0")/../fixtures/proc/procfs/self-mountstats.txt")"
}
# Milliseconds of CPU that the children of this shell have used so far.
spent() { awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); s += t[1] * 60 + t[2] } print s * 1000 }' "$figures"; }
measure() { # SAMPLES ROOT
    seq 1 "$1" >"$figures.ticks"
    times >"$figures"
    before=$(spent)
    PACELINE_ROOT=$2 SLURM_STEP_ID=1 "$shell" ${applet:+"$applet"} -c "$script" <"$figures.ticks" >/dev/null
    times >"$figures"
    rm -f "$figures.ticks"
    cost=$(awk -v a="$(spent)" -v b="$before" 'BEGIN { print a - b }')
}
build
for name in dash bash busybox; do
    shell=$(command -v "$name") || continue
    applet=
    [ "$name" = busybox ] && applet=ash
    for case in core ports8; do
        root= goal=0.1
        [ "$case" = core ] || root=$stand_in goal=1
        measure 0 "$root"
        none=$cost
        measure "$samples" "$root"
        all=$cost
        awk -v n="$name" -v c="$case" -v g="$goal" -v a="$all" -v z="$none" -v s="$samples" -v d="$(wc -c </proc/net/dev)" 'BEGIN {
            ms = (a - z) / s
            printf "{\"bench\":\"probe\",\"case\":\"%s\",\"shell\":\"%s\",\"ms_per_sample\":%.3f,\"core_percent_at_1hz\":%.4f,\"goal\":%s,\"net_dev_bytes\":%d}\n", c, n, ms, ms / 10, g, d
        }'
    done
done
