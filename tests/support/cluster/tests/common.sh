# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# For the cluster's own tests: expectations that say what differed.
set -u
run=${PACELINE_CLUSTER_RUN:?}
cluster=${PACELINE_CLUSTER:?}
failures=0

expect() { # CLAIM WANTED GOT
    [ "$2" = "$3" ] && { echo "ok: $1"; return; }
    failures=$((failures + 1))
    printf 'FAILED: %s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
}

over_ssh() { timeout 20 ssh -n -F "$run/client/ssh_config" "$@"; }
bare_ssh() { timeout 20 ssh -n -F /dev/null -o UserKnownHostsFile="$run/client/known_hosts" "$@"; }
closing_line() { echo "$failures failed"; exit $((failures > 0)); }
