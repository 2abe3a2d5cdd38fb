#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Goal: the node probe's core set costs <= 0.1 % of one core at 1 Hz. Prints one JSON line for each shell of this machine: CPU of one
# sample, start-up taken off. Usage: bench_probe.sh [SAMPLES]
samples=${1:-2000}
script=$(cat "$(dirname "$0")/../../resources/probe/probe.sh")
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
# Milliseconds of CPU that the children of this shell have used so far.
spent() { awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); s += t[1] * 60 + t[2] } print s * 1000 }' "$figures"; }
measure() {
    seq 1 "$1" >"$figures.ticks"
    times >"$figures"
    before=$(spent)
    "$shell" ${applet:+"$applet"} -c "$script" <"$figures.ticks" >/dev/null
    times >"$figures"
    rm -f "$figures.ticks"
    cost=$(awk -v a="$(spent)" -v b="$before" 'BEGIN { print a - b }')
}
for name in dash bash busybox; do
    shell=$(command -v "$name") || continue
    applet=
    [ "$name" = busybox ] && applet=ash
    measure 0
    none=$cost
    measure "$samples"
    all=$cost
    awk -v n="$name" -v a="$all" -v z="$none" -v s="$samples" -v d="$(wc -c </proc/net/dev)" 'BEGIN {
        ms = (a - z) / s
        printf "{\"bench\":\"probe\",\"shell\":\"%s\",\"ms_per_sample\":%.3f,\"core_percent_at_1hz\":%.4f,\"goal\":0.1,\"net_dev_bytes\":%d}\n", n, ms, ms / 10, d
    }'
done
