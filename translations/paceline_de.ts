<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message>
        <source>1 node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Describe</name>
    <message>
        <source>The host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the VPN and the port; a site may also block logins from outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling. A short name needs a Host entry in ~/.ssh/config; some names resolve only inside a VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was shown stays. Followed logs go on at the same byte after a reconnect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host or its file system may be busy; the next request is made by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in to %1, but no POSIX shell answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try &quot;ssh %1 /bin/sh -c true&quot;. A login script that asks questions or starts another program, or an account without a shell, stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the site publishes, then connect again and accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows another key than the one on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either the host was set up anew or somebody listens in between. Ask the site. If the new key is right, forget the old one with &quot;%1&quot; and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is marked as revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not log in. Ask the site for its new key; when it is in place, remove the @revoked line from known_hosts or use &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name, password or code and the key. Nothing is tried again by itself, so that the account is not locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hung up because too many keys were offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the right key: add &quot;IdentityFile ~/.ssh/that_key&quot; and &quot;IdentitiesOnly yes&quot; to the host&apos;s entry in ~/.ssh/config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on with %1 needs a code, a password or a confirmation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Reconnect and answer one question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Slurm on %1: squeue was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a login node of the cluster. Where Slurm comes with a module, load it in the login shell&apos;s start file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Slurm controller does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last data stay and are shown grey with their age. Running jobs go on; it is asked again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slurm refuses us a step in this job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slurm lets only the owner start steps in a job, administrators included. The queue and what the log says are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is over or was requeued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read stays. A requeued job is followed again when it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good data stay. Please report it with the text below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer was larger than what is read at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the view, for example to your own jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission was denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the owner for read access; for a log, &quot;chmod g+r&quot; on the file and g+x on its folders is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side does not offer what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an SSH feature, try the pipe &quot;ssh program&quot; under Advanced in the connect dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The live view goes on; make room to keep the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Paceline itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the text below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>free</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly used</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully used</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in error</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet there</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preempted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boot failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deadline missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requeued and held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requeued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powered off</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booting</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drained</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in maintenance</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <comment>node</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node state: reason</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>CPU busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU waiting for I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput (tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput (steps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time waiting for data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>next in line, waits for free resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits behind jobs of higher priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for another job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will never start: the job it waits for ended otherwise than asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start time not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by its user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by an administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the array&apos;s own limit of running tasks is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its reservation to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its reservation was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node that it needs is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a node that it asks for is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no node can ever meet its constraints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no node meets its constraints at present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the partition is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the partition starts no jobs at present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more nodes than the partition allows or has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more time than the partition allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its account may not use the partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its QOS may not use the partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its account is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its QOS is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s limit of running jobs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s limit of resources is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s time is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s limit of GPUs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s GPU time is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s limit of CPUs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s CPU time is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s limit of nodes is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account&apos;s budget is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more GPUs than the account allows for one job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more time than the account allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of running jobs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of resources is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s time is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s usage threshold is crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of GPUs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of nodes is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the QOS&apos;s limit of CPUs is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your limit of GPUs in this QOS is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more GPUs than the QOS allows for one job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your limit of running jobs in this QOS is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your limit of CPUs in this QOS is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your limit of nodes in this QOS is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more time than the QOS allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for more memory than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for burst-buffer space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data are being staged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was requeued and its last run is being cleaned up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the site&apos;s prolog runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot end before its deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the launch failed; requeued and held, release it to try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held: it was requeued too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no front-end node is available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the next round of the scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with an exit code other than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached its time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used more memory than it had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was inactive for too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be launched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Reading the SSH configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreeing on encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection to %1 lost, next try in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect needs a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of a login core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step of ours on the job&apos;s nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSH to the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file that the job writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slurm&apos;s own accounting (sstat)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the queue only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node counters from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 do not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
