# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# One bridge in a namespace of its own, one veth pair for each host, and one pair from the login node to this machine.

make_network() { # NODES
    ip netns add "$prefix-sw"
    ip -n "$prefix-sw" link set lo up
    ip -n "$prefix-sw" link add br0 type bridge forward_delay 0
    ip -n "$prefix-sw" link set br0 up
    plug_in login "$login_address"
    plug_in ctl "$controller_address"
    local i
    for ((i = 1; i <= $1; i++)); do plug_in "$(node_name "$i")" "$(node_address "$i")"; done
    ip link add "$outer_link" type veth peer name eth1 netns "$prefix-login"
    ip addr add "$outside_address/24" dev "$outer_link"
    ip link set "$outer_link" up
    ip -n "$prefix-login" addr add "$entrance_address/24" dev eth1
    ip -n "$prefix-login" link set eth1 up
}

plug_in() { # HOST ADDRESS
    ip netns add "$prefix-$1"
    ip -n "$prefix-$1" link set lo up
    ip -n "$prefix-sw" link add "p-$1" type veth peer name eth0 netns "$prefix-$1"
    ip -n "$prefix-sw" link set "p-$1" master br0 up
    ip -n "$prefix-$1" addr add "$2/16" dev eth0
    ip -n "$prefix-$1" link set eth0 up
}

namespaces() { ip netns list 2>/dev/null | awk -v p="^$prefix-" '$1 ~ p { print $1 }'; }

# Ends whatever runs in the cluster's namespaces, whichever instance started it, then removes them.
remove_network() {
    local namespace
    for namespace in $(namespaces); do
        ip netns pids "$namespace" | xargs -r kill -KILL 2>/dev/null
    done
    wait_until 10 no_process_left
    for namespace in $(namespaces); do ip netns del "$namespace"; done
    ip link del "$outer_link" 2>/dev/null
    return 0
}

no_process_left() {
    local namespace
    for namespace in $(namespaces); do [ -z "$(ip netns pids "$namespace")" ] || return 1; done
}

link_is_up() { ip -n "$prefix-sw" -o link show "p-$1" 2>/dev/null | grep -q '[<,]UP[,>]'; }

# Rules and queue disciplines that a test left behind.
has_traffic_rules() { # HOST
    ip netns exec "$prefix-$1" nft list ruleset 2>/dev/null | grep -q . && return 0
    ip netns exec "$prefix-$1" tc qdisc show 2>/dev/null | grep -qv -e noqueue -e '^$'
}

clear_traffic_rules() { # HOST
    ip netns exec "$prefix-$1" nft flush ruleset 2>/dev/null
    local device
    for device in eth0 eth1; do ip netns exec "$prefix-$1" tc qdisc del dev "$device" root 2>/dev/null; done
    return 0
}
