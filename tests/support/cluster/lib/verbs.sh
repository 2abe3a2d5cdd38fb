# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The verbs of the command, in terms of the other parts.

# inside HOST COMMAND...: runs it in the host's namespaces.
inside() {
    local outer first
    outer=$(cat "$pids/$1.outer" 2>/dev/null) || return 1
    first=$(pgrep -P "$outer" | head -n1)
    [ -n "$first" ] || return 1
    shift
    nsenter -t "$first" -n -u -m -p "$@"
}

start_host() { # NAME ROLE
    rm -f "$pids/$1.ready"
    ip netns exec "$prefix-$1" unshare --uts --mount --pid --fork --kill-child \
        setsid bash "$here/cluster" __host "$1" "$2" </dev/null >/dev/null 2>&1 &
    echo $! >"$pids/$1.outer"
}

role_of() { case $1 in ctl | login) echo "$1" ;; *) echo node ;; esac; }
host_runs() { inside "$1" true 2>/dev/null; }
idle_nodes() { inside login timeout 5 sinfo -h -p gpu -t idle -o %D 2>/dev/null || echo 0; }
all_idle() { [ "$(idle_nodes)" = "$(node_count)" ]; }
all_respond() {
    local count
    count=$(inside login timeout 12 sinfo -h -N -p gpu -o '%N %T' 2>/dev/null | grep -cE ' (idle|allocated|mixed|completing)$')
    [ "$count" = "$(node_count)" ]
}

verb_up() { # NODES [--reuse] [--no-accounting]
    local nodes=${1:-} accounting=yes reuse=no option i
    [[ $nodes =~ ^[1-9][0-9]*$ ]] || die "up: how many nodes?"
    shift
    for option in "$@"; do
        case $option in
        --reuse) reuse=yes ;;
        --no-accounting) accounting=no ;;
        *) die "up: no such option: $option" ;;
        esac
    done
    if [ $reuse = yes ] && is_up && [ "$(node_count)" -ge "$nodes" ] && verb_check >/dev/null; then
        touch "$run/reused"
        echo "cluster: $(node_count) nodes are up already"
        return
    fi
    [ -z "$(namespaces)" ] || verb_down
    prepare_state_folder "$nodes" "$accounting"
    make_network "$nodes"
    start_host ctl ctl
    start_host login login
    wait_until 100 test -e "$pids/ctl.ready" || die "up: the controller did not start, see $logs"
    for ((i = 1; i <= nodes; i++)); do start_host "$(node_name "$i")" node; done
    wait_until 150 all_idle || die "up: only $(idle_nodes) of $nodes nodes are idle, see $logs"
    echo "cluster: $nodes nodes up after $SECONDS s; ssh -F $run/client/ssh_config vclogin"
}

prepare_state_folder() { # NODES ACCOUNTING
    mkdir -p "$run"
    [ -O "$run" ] || die "$run belongs to somebody else"
    rm -rf "$pids" "$logs" "$etc/slurm" "$run/with-accounting" "$run/reused"
    [ -n "${KEEP_STATE:-}" ] || rm -rf "$run/state"
    mkdir -p "$pids" "$logs"
    chmod 755 "$run"
    write_accounts
    write_slurm_conf "$1" "$2"
    write_ssh_conf "$1"
    {
        echo '127.0.0.1 localhost'
        echo "$login_address login"
        echo "$controller_address ctl"
        local i
        for ((i = 1; i <= $1; i++)); do echo "$(node_address "$i") $(node_name "$i")"; done
    } >"$etc/hosts"
    chmod 755 "$etc" "$run/state" "$run/client"
    [ "$2" = yes ] && touch "$run/with-accounting"
    echo "$1" >"$run/nodes"
    touch "$run/up"
}

verb_down() { # [--unless-reused]
    if [ "${1:-}" = --unless-reused ] && [ -e "$run/reused" ]; then
        rm -f "$run/reused"
        echo "cluster: stays up, as it was"
        return
    fi
    remove_network
    rm -rf "$run/up" "$run/reused" "$pids"
    echo "cluster: down"
}

verb_status() {
    is_up || { echo "down"; exit 1; }
    inside login sinfo
    inside login squeue | head -n 20
}

# Prints one line for each thing that is wrong.
problems() {
    local host port
    is_up || { echo "not up"; return; }
    for host in $(all_hosts); do
        host_runs "$host" || echo "$host is powered off"
        link_is_up "$host" || echo "$host has no link"
        has_traffic_rules "$host" && echo "$host has traffic rules"
    done
    for port in $login_ports; do can_connect "$entrance_address" "$port" || echo "login refuses port $port"; done
    inside login timeout 12 scontrol ping 2>/dev/null | grep -q 'is UP' || { echo "slurmctld does not answer"; return; }
    [ ! -f "$run/with-accounting" ] || can_reach_database || echo "slurmdbd does not answer"
    wait_until "${1:-40}" all_respond || inside login sinfo -h -N -p gpu -o '%N is %T' | grep -vE ' (idle|allocated|mixed|completing)$'
}

can_reach_database() { inside ctl timeout 12 sacctmgr -nP show cluster >/dev/null 2>&1; }

verb_check() {
    local found
    found=$(problems "$@")
    [ -z "$found" ] && { echo "cluster: healthy"; return 0; }
    sed 's/^/cluster: /' <<<"$found"
    return 1
}

verb_heal() {
    is_up || die "not up"
    local host
    for host in $(all_hosts); do
        verb_linkup "$host"
        clear_traffic_rules "$host"
        host_runs "$host" || verb_poweron "$host"
        inside "$host" pkill -CONT . 2>/dev/null
    done
    for host in $(all_hosts); do wait_until 30 test -e "$pids/$host.ready"; done
    [ ! -f "$run/with-accounting" ] || ensure_program ctl slurmdbd
    ensure_program ctl slurmctld
    for host in $(all_hosts); do
        case $host in ctl) ;; login) heal_login ;; *)
            ensure_program "$host" slurmd
            ensure_program "$host" sshd
            ;;
        esac
    done
    reset_one_time_codes
    wait_until 30 inside login scontrol ping
    cancel_jobs
    inside ctl scontrol update "nodename=n[001-$(printf '%03d' "$(node_count)")]" state=resume 2>/dev/null
    wait_until 60 all_idle
    verb_check
}

ensure_program() { # HOST PROGRAM
    inside "$1" pgrep -x "$2" >/dev/null || verb_start "$1" "$2"
}

heal_login() {
    local port
    for port in $login_ports; do
        can_connect "$entrance_address" "$port" || { verb_start login sshd; return; }
    done
}

cancel_jobs() {
    local entry
    for entry in $users; do inside ctl timeout 12 scancel -u "${entry%%:*}" 2>/dev/null; done
}

verb_enter() { # HOST [COMMAND...]
    local host=${1:-login}
    [ $# -gt 0 ] && shift
    [ $# -gt 0 ] || set -- bash
    inside "$host" "$@"
}

verb_submit() { # [SBATCH OPTIONS]
    inside login setpriv --reuid=5001 --regid=5001 --clear-groups \
        env -C "$run/home/alice" HOME="$run/home/alice" USER=alice LOGNAME=alice PATH=/usr/bin:/bin \
        ${EPOCHS:+EPOCHS="$EPOCHS"} ${STEPS:+STEPS="$STEPS"} ${STEP_DELAY:+STEP_DELAY="$STEP_DELAY"} \
        sbatch --parsable "$@" train.sbatch
}

verb_poweroff() { # HOST: a crash, nothing is shut down
    kill -KILL "$(cat "$pids/$1.outer")"
    rm -f "$pids/$1.outer"
}

verb_poweron() { start_host "$1" "$(role_of "$1")"; }
verb_linkdown() { ip -n "$prefix-sw" link set "p-$1" down; } # a pulled cable: silence, no reset
verb_linkup() { ip -n "$prefix-sw" link set "p-$1" up; }
verb_signal() { inside "$1" pkill "-$3" -x "$2"; }
verb_start() { inside "$1" bash "$here/cluster" __start "$2"; }
verb_otp_reset() { reset_one_time_codes; }

# Runs a test. What it left broken is named and mended; unless it said that it breaks things, that is its failure.
verb_guard() { # [--breaks] COMMAND...
    local breaks=no
    if [ "${1:-}" = --breaks ]; then
        breaks=yes
        shift
    fi
    "$@"
    local status=$? report
    report=$("$here/cluster" check) && return $status
    echo "cluster guard: the test left the cluster broken:"
    echo "$report"
    if ! timeout 180 "$here/cluster" heal || [ $breaks = no ]; then
        [ $status = 0 ] && status=1
    fi
    return $status
}
