# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The part of the probe that reads fabrics, disks, file systems, power and the job's own processes; see probe.sh.
# Every tick what flows, at long samples which ports there are, and what changes slowly.
ports() {
    text=''
    for dir in $fabric; do
        rx='' tx='' w=''
        case $dir in
        cxi/*)
            read -r rx <"$y/class/$dir/device/telemetry/hni_sts_rx_ok_octets"
            read -r tx <"$y/class/$dir/device/telemetry/hni_sts_tx_ok_octets"
            read -r w <"$y/class/$dir/device/telemetry/hni_tx_paused_0"
            text=$text,${dir##*/}:b:${rx%@*}:${tx%@*}:${w%@*}
            continue
            ;;
        esac
        b=${dir#infiniband/}
        b=${b%/ports/*}/${dir##*/} a=$y/class/$dir
        if [ -r "$a/counters_ext/port_rcv_data_64" ]; then
            read -r rx <"$a/counters_ext/port_rcv_data_64"
            read -r tx <"$a/counters_ext/port_xmit_data_64"
        elif read -r rx <"$a/counters/port_rcv_data"; then
            read -r tx <"$a/counters/port_xmit_data"
        else
            read -r rx <"$a/hw_counters/rx_bytes"
            read -r tx <"$a/hw_counters/tx_bytes"
            text=$text,$b:b:$rx:$tx:
            continue
        fi
        read -r w <"$a/counters/port_xmit_wait"
        text=$text,$b:w:$rx:$tx:$w
    done
    [ -z "$text" ] || out="$out p=${text#,}"
}
# Files of a folder in one line, as they are: files FOLDER NAME...
files() {
    dir=$1 text=''
    shift
    for name; do
        a=''
        read -r a <"$dir/$name" || [ -n "$a" ] || continue
        text="$text|$name:$a"
    done
    [ -z "$text" ] || printf '%s\n' "$head + d ${dir#"$root"} ${text#|}" || quit
}
power() {
    [ -z "$cray" ] || files "$y/cray/pm_counters" power cpu_power memory_power
    text=''
    for dir in $rapl; do
        a=''
        read -r a <"$y/class/powercap/$dir/energy_uj"
        text=$text,$dir:$a
    done
    [ -z "$text" ] || out="$out e=${text#,}"
}
slow() {
    fabric='' cray='' rapl=''
    for dir in "$y"/class/infiniband/*/ports/*; do
        [ -d "$dir" ] || continue
        fabric="$fabric ${dir#"$y"/class/}"
        files "$dir" state phys_state rate link_layer counters/symbol_error counters/link_error_recovery counters/link_downed \
            counters/port_rcv_errors counters/port_xmit_discards counters/local_link_integrity_errors \
            counters/excessive_buffer_overrun_errors hw_counters/out_of_sequence hw_counters/local_ack_timeout_err \
            hw_counters/rx_drops
    done
    for dir in "$y"/class/cxi/cxi*; do
        [ -d "$dir" ] || continue
        fabric="$fabric ${dir#"$y"/class/}"
        files "$dir/device" properties/speed properties/link_state telemetry/hni_pcs_uncorrected_cw
    done
    [ ! -r "$y/cray/pm_counters/power" ] || cray=1
    for dir in "$y"/class/powercap/intel-rapl:*; do
        case ${dir##*/} in
        *:*:*) continue ;; # a part of a package
        esac
        [ -e "$dir/energy_uj" ] || continue
        [ -r "$dir/energy_uj" ] && rapl="$rapl ${dir##*/}" || lacks rapl # the superuser's since 2020
    done
    disks
    mounts
    lustre
    [ -z "$procs" ] || processes
}
disks() {
    text=''
    for dir in "$y"/block/*; do
        case ${dir##*/} in
        loop* | ram* | zram* | dm-* | md* | sr* | fd* | nbd*) continue ;; # nothing of their own, or seen below them
        esac
        a=''
        read -r b b a b b b c b <"$dir/stat"
        [ -z "$a" ] || text=$text,${dir##*/}:$a:$c
    done
    [ -z "$text" ] || out="$out k=${text#,}"
}
# A node with hundreds of mounts has a file of megabytes: the longer it is, the rarer it is read.
mounts() {
    skip=$((skip - 1))
    [ "$skip" -lt 1 ] || return 0
    text='' count=0 kinds=''
    while read -r key a; do
        count=$((count + 1))
        case $key in
        device)
            [ -z "$text" ] || printf '%s\n' "$head + m $text" || quit
            text=''
            case $a in
            *' with fstype nfs'*' statvers'*) text="device $a" ;;
            *' with fstype lustre'*) kinds=$kinds,lustre ;;
            *' with fstype gpfs'*) lacks gpfs ;;
            *' with fstype beegfs'*) lacks beegfs ;;
            *' with fstype ceph'*) lacks ceph ;;
            *' with fstype wekafs'*) lacks wekafs ;;
            esac
            ;;
        bytes: | READ: | WRITE:) [ -z "$text" ] || text="$text|$key $a" ;;
        esac
    done <"$p/self/mountstats"
    [ -z "$text" ] || printf '%s\n' "$head + m $text" || quit
    [ "$count" -gt 0 ] || lacks mountstats
    skip=$((count / 400 + 1))
}
# Kernels of clients before 2.12 let everybody read it, later ones only the superuser.
lustre() {
    b=''
    for dir in "$p"/fs/lustre/llite/* "$root"/sys/kernel/debug/lustre/llite/*; do
        [ -r "$dir/stats" ] || continue
        b=1 text=''
        while read -r key a; do
            case $key in
            read_bytes | write_bytes) text="$text|stats:$key $a" ;;
            snapshot_time) ;;
            *) break ;;
            esac
        done <"$dir/stats"
        [ -z "$text" ] || printf '%s\n' "$head + d ${dir#"$root"} ${text#|}" || quit
    done
    case $kinds in
    *lustre*) [ -n "$b" ] || lacks lustre ;;
    esac
}
# What the job's processes moved since we looked first: a process that ends takes its counters with it.
processes() {
    blocked=0 seen=' ' count=0
    for dir in "$procs"/step_*/cgroup.procs "$procs"/step_*/task_*/cgroup.procs "$procs"/step_*/user/task_*/cgroup.procs; do
        case $dir in
        */"step_${SLURM_STEP_ID-none}/"*) continue ;;
        esac
        [ -r "$dir" ] || continue
        while read -r pid; do
            case $pid:$seen in
            *[!0-9]*:* | *" $pid "*) continue ;;
            esac
            process
        done <"$dir"
    done
    for pid in $known; do
        case $seen in
        *" $pid "*) ;;
        *) unset "io_$pid" ;;
        esac
    done
    known=$seen
    out="$out i=$moved_r,$moved_w,$moved_c,$blocked,$count"
}
process() {
    r='' w='' c=0
    while read -r key a; do
        case $key in
        rchar:) r=$a ;;
        wchar:) w=$a ;;
        syscr: | syscw:) c=$((c + a)) ;;
        read_bytes:) break ;;
        esac
    done <"$p/$pid/io"
    [ -n "$w" ] || return 0
    seen="$seen$pid " count=$((count + 1))
    while read -r key a b; do
        case $key$a in
        State:D) blocked=$((blocked + 1)) && break ;;
        State:*) break ;;
        esac
    done <"$p/$pid/status"
    eval "b=\${io_$pid-}"
    # One that is new since the last look began within it.
    [ -n "$b" ] || [ -z "$known" ] || b='0 0 0'
    eval "io_$pid='$r $w $c'"
    # shellcheck disable=SC2086
    set -- ${b:-$r $w $c}
    [ "$r" -ge "$1" ] && [ "$w" -ge "$2" ] && [ "$c" -ge "$3" ] || return 0
    moved_r=$((moved_r + r - $1)) moved_w=$((moved_w + w - $2)) moved_c=$((moved_c + c - $3))
}
