# SPDX-FileCopyrightText: 2026 The Paceline developers
# SPDX-License-Identifier: GPL-3.0-or-later
# slurm.conf and its companions.

write_slurm_conf() { # NODES ACCOUNTING(yes|no)
    mkdir -p "$etc/slurm" "$run/munge" "$run/state/ctld"
    [ -f "$etc/munge.key" ] || head -c 1024 /dev/urandom >"$etc/munge.key"
    chmod 400 "$etc/munge.key"
    local last
    last=$(node_name "$1")
    {
        slurm_conf_common
        slurm_conf_accounting "$2"
        slurm_conf_nodes "$1" "${last#n}"
        if [ -n "${EXTRA_CONF:-}" ]; then cat "$EXTRA_CONF"; fi
    } >"$etc/slurm/slurm.conf"
    printf '%s\n' 'AutoDetect=off' "NodeName=n[001-${last#n}] Name=gpu Type=a100 File=/run/vcgpu/nvidia[0-3]" >"$etc/slurm/gres.conf"
    echo 'CgroupPlugin=cgroup/v1' >"$etc/slurm/cgroup.conf"
    write_slurmdbd_conf
}

slurm_conf_common() {
    cat <<CONF
ClusterName=vc
SlurmctldHost=ctl($controller_address)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=/run/munge/munge.socket.2
SlurmUser=root
SlurmdUser=root
SlurmctldPidFile=/run/vcpid/slurmctld.pid
SlurmdPidFile=/run/vcpid/slurmd.pid
SlurmctldLogFile=$logs/slurmctld.log
SlurmdLogFile=$logs/slurmd.%n.log
SlurmctldDebug=info
SlurmdDebug=info
StateSaveLocation=$run/state/ctld
SlurmdSpoolDir=/var/spool/slurmd
SwitchType=switch/none
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
JobAcctGatherFrequency=task=5
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=1000
GresTypes=gpu
SlurmdParameters=config_overrides
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=30
KillWait=5
MinJobAge=300
InactiveLimit=0
MaxJobCount=100000
MaxArraySize=50001
PrologFlags=Alloc
CONF
}

slurm_conf_accounting() { # yes|no
    if [ "$1" = no ]; then
        echo 'AccountingStorageType=accounting_storage/none'
        return
    fi
    cat <<CONF
AccountingStorageType=accounting_storage/slurmdbd
AccountingStorageHost=ctl
AccountingStorageTRES=gres/gpu,gres/gpu:a100
AccountingStoreFlags=job_comment,job_script,job_env
CONF
}

slurm_conf_nodes() { # NODES LAST_NUMBER
    local i
    echo "NodeName=DEFAULT CPUs=64 Boards=1 SocketsPerBoard=2 CoresPerSocket=32 ThreadsPerCore=1 RealMemory=512000 Gres=gpu:a100:4 State=UNKNOWN"
    for ((i = 1; i <= $1; i++)); do echo "NodeName=$(node_name "$i") NodeAddr=$(node_address "$i")"; done
    echo "PartitionName=gpu Nodes=n[001-$2] Default=YES MaxTime=2-00:00:00 DefaultTime=01:00:00 State=UP OverSubscribe=NO"
    if [ "$1" -ge 2 ]; then echo "PartitionName=debug Nodes=n[001-002] MaxTime=00:30:00 State=UP"; fi
}

write_slurmdbd_conf() {
    cat >"$etc/slurm/slurmdbd.conf" <<CONF
AuthType=auth/munge
AuthInfo=socket=/run/munge/munge.socket.2
DbdHost=ctl
DbdAddr=$controller_address
SlurmUser=root
LogFile=$logs/slurmdbd.log
PidFile=/run/vcpid/slurmdbd.pid
DebugLevel=info
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=3306
StorageUser=slurm
StoragePass=slurmpw
StorageLoc=slurm_acct_db
CONF
    chmod 600 "$etc/slurm/slurmdbd.conf"
}
