#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# 5,000 nodes and 20,000 waiting jobs in a real controller, and the real window on them.
# Usage: bench_bigcluster.sh PATH_OF_bench_bigwindow [screenshot folder and PATH_OF_PACELINE]
set -eu
here=$(cd "$(dirname "$0")/../support/cluster" && pwd)
cluster=$here/cluster
export PACELINE_CLUSTER_RUN=${PACELINE_CLUSTER_RUN:-/var/tmp/paceline-cluster}
trap '"$cluster" down >/dev/null' EXIT
EXTRA_CONF=$here/conf/5000-cloud-nodes.conf "$cluster" up 4
# A held array is one record; updating a range of it splits that range into records of their own.
"$cluster" enter login su alice -s /bin/sh -c '
    for i in $(seq 20); do
        j=$(sbatch --parsable -H -J sweep-$i --array=0-999 -t 60 --wrap "sleep 60")
        scontrol update jobid=${j}_[0-998] comment=x >/dev/null
    done'
echo "jobs: $("$cluster" enter login squeue -h -r | wc -l)" >&2
xvfb-run -a -s "-screen 0 2600x1500x24" "$1" "$PACELINE_CLUSTER_RUN/client/ssh_config" vclogin
if [ -n "${3:-}" ]; then
    xvfb-run -a -s "-screen 0 2600x1500x24" "$3" -F "$PACELINE_CLUSTER_RUN/client/ssh_config" vclogin --screenshots "$2"
fi
