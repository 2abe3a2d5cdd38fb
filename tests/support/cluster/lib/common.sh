# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Names, addresses and small helpers that every part uses. Host names and addresses are the same in every instance,
# so only one instance can be up on a machine.
run=$PACELINE_CLUSTER_RUN
etc=$run/etc
pids=$run/pid
logs=$run/log
prefix=vc
outer_link=${prefix}0
login_address=10.77.0.1
controller_address=10.77.0.2
outside_address=10.78.0.254
entrance_address=10.78.0.1
one_time_secret=3132333435363738393031323334353637383930

# Everybody has the password NAME-pw. tina has tcsh, nora's .bashrc prints text and bytes, sam's takes a second.
users="alice:5001:/bin/bash bob:5002:/bin/bash carol:5003:/bin/bash tina:5004:/bin/tcsh nora:5005:/bin/bash sam:5006:/bin/bash"

die() {
    echo "cluster: $*" >&2
    exit 1
}

node_name() { printf 'n%03d' "$1"; }
node_address() { echo "10.77.$((1 + ($1 - 1) / 200)).$((1 + ($1 - 1) % 200))"; }
node_count() { cat "$run/nodes" 2>/dev/null || echo 0; }
is_up() { [ -e "$run/up" ] && ip netns list 2>/dev/null | grep -q "^$prefix-ctl\b"; }

all_hosts() {
    echo ctl
    echo login
    local i
    for ((i = 1; i <= $(node_count); i++)); do node_name "$i"; echo; done
}

# Network namespaces, mounts and fake user ids need root: the real one, or that of a user namespace (see rootless).
become_root() {
    [ "$(id -u)" = 0 ] && return
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        exec sudo -n --preserve-env=PACELINE_CLUSTER_RUN,EXTRA_CONF,KEEP_STATE,EPOCHS,STEPS,STEP_DELAY "$here/cluster" "$@"
    fi
    die "needs root, sudo without a prompt, or: $here/rootless $here/cluster $*"
}

# wait_until SECONDS COMMAND...: true as soon as the command is.
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -ge "$end" ] && return 1
        sleep 0.1
    done
}

# can_connect ADDRESS PORT
can_connect() { timeout 2 bash -c "exec 3<>/dev/tcp/$1/$2" 2>/dev/null; }

print_one_time_code() { oathtool --totp "$one_time_secret"; }
