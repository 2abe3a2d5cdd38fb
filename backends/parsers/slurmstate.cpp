// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/slurmstate.h"

#include <QHash>

namespace paceline {

namespace {

struct StateName
{
    const char *word, *code;
    JobState state;
};

constexpr StateName kJobStates[] = {
    {"PENDING", "PD", JobState::Pending},     {"RUNNING", "R", JobState::Running},
    {"SUSPENDED", "S", JobState::Suspended},  {"COMPLETED", "CD", JobState::Completed},
    {"CANCELLED", "CA", JobState::Cancelled}, {"FAILED", "F", JobState::Failed},
    {"TIMEOUT", "TO", JobState::Timeout},     {"NODE_FAIL", "NF", JobState::NodeFail},
    {"PREEMPTED", "PR", JobState::Preempted}, {"BOOT_FAIL", "BF", JobState::BootFail},
    {"DEADLINE", "DL", JobState::Deadline},   {"OUT_OF_MEMORY", "OOM", JobState::OutOfMemory},
};

// Flags that squeue prints instead of the base state, and the base state that they go with.
constexpr StateName kJobFlags[] = {
    {"COMPLETING", "CG", JobState::Running},   {"CONFIGURING", "CF", JobState::Running},
    {"RESIZING", "RS", JobState::Running},     {"REQUEUED", "RQ", JobState::Pending},
    {"REQUEUE_FED", "RF", JobState::Pending},  {"REQUEUE_HOLD", "RH", JobState::Pending},
    {"SPECIAL_EXIT", "SE", JobState::Pending}, {"STAGE_OUT", "SO", JobState::Running},
    {"SIGNALING", "SI", JobState::Running},    {"STOPPED", "ST", JobState::Suspended},
    {"REVOKED", "RV", JobState::Cancelled},    {"RESV_DEL_HOLD", "RD", JobState::Pending},
    {"POWER_UP_NODE", "", JobState::Running},  {"LAUNCH_FAILED", "", JobState::Pending},
    {"RECONFIG_FAIL", "", JobState::Failed},   {"UPDATE_DB", "", JobState::Unknown},
    {"EXPEDITING", "", JobState::Pending},
};

template <std::size_t N>
const StateName *find(const StateName (&names)[N], QByteArrayView word)
{
    for (const StateName &name : names) {
        if (word == QByteArrayView(name.word) || (*name.code && word == QByteArrayView(name.code)))
            return &name;
    }
    return nullptr;
}

/// The one name that begins so: squeue cuts "COMPLETING" to the width of its column.
template <std::size_t N>
const StateName *findCut(const StateName (&names)[N], QByteArrayView word)
{
    const StateName *found = nullptr;
    for (const StateName &name : names) {
        if (word.size() < 5 || !QByteArrayView(name.word).startsWith(word))
            continue;
        if (found)
            return nullptr;
        found = &name;
    }
    return found;
}

struct NodeWord
{
    const char *word;
    NodeState state;
    const char *flag; ///< added, or null
};

constexpr NodeWord kNodeWords[] = {
    {"IDLE", NodeState::Idle, nullptr},
    {"MIXED", NodeState::Mixed, nullptr},
    {"MIX", NodeState::Mixed, nullptr},
    {"ALLOCATED", NodeState::Allocated, nullptr},
    {"ALLOC", NodeState::Allocated, nullptr},
    {"DOWN", NodeState::Down, nullptr},
    {"ERROR", NodeState::Error, nullptr},
    {"FUTURE", NodeState::Future, nullptr},
    {"UNKNOWN", NodeState::Unknown, nullptr},
    {"UNK", NodeState::Unknown, nullptr},
    // sinfo shows these instead of a base state
    {"DRAINED", NodeState::Idle, "DRAIN"},
    {"DRAINING", NodeState::Mixed, "DRAIN"},
    {"DRNG", NodeState::Mixed, "DRAIN"},
    {"COMP", NodeState::Idle, "COMPLETING"},
    {"PLND", NodeState::Idle, "PLANNED"},
    {"RESV", NodeState::Idle, "RESERVED"},
    {"MAINT", NodeState::Idle, "MAINTENANCE"},
    {"INVAL", NodeState::Down, "INVALID_REG"},
};

const char *suffixFlag(char suffix)
{
    switch (suffix) {
    case '*':
        return "NOT_RESPONDING";
    case '~':
        return "POWERED_DOWN";
    case '#':
        return "POWERING_UP";
    case '!':
        return "POWER_DOWN";
    case '%':
        return "POWERING_DOWN";
    case '$':
        return "MAINTENANCE";
    case '@':
        return "REBOOT_REQUESTED";
    case '^':
        return "REBOOT_ISSUED";
    case '-':
        return "PLANNED";
    default:
        return nullptr;
    }
}

void addFlag(QStringList &flags, const QString &flag)
{
    if (!flags.contains(flag))
        flags.append(flag);
}

void addNodeWord(NodeStateWords &result, const QByteArray &word, bool first)
{
    for (const NodeWord &known : kNodeWords) {
        if (word != known.word)
            continue;
        if (first)
            result.state = known.state;
        if (known.flag)
            addFlag(result.flags, QLatin1String(known.flag));
        if (first || known.flag)
            return;
    }
    // A flag such as COMPLETING in the place of the base state says that the node is there and takes nothing new.
    if (first && (word == "COMPLETING" || word == "PLANNED" || word == "RESERVED" || word.startsWith("POWER")))
        result.state = NodeState::Idle;
    addFlag(result.flags, QString::fromUtf8(word));
}

} // namespace

JobStateWords parseJobState(QByteArrayView text)
{
    JobStateWords result;
    JobState implied = JobState::Unknown;
    // "CANCELLED by 3001" of sacct: the uid is no state.
    if (const qsizetype blank = text.indexOf(' '); blank > 0)
        text = text.first(blank);
    while (!text.isEmpty()) {
        const qsizetype plus = text.indexOf('+');
        const QByteArrayView word = plus < 0 ? text : text.first(plus);
        text = plus < 0 ? QByteArrayView() : text.sliced(plus + 1);
        const StateName *base = find(kJobStates, word), *flag = base ? nullptr : find(kJobFlags, word);
        if (!base && !flag) {
            base = findCut(kJobStates, word);
            flag = findCut(kJobFlags, word);
            if (base && flag) // "COMPLET" could be either
                base = flag = nullptr;
        }
        if (base) {
            result.state = base->state;
        } else if (flag) {
            implied = flag->state;
            addFlag(result.flags, QLatin1String(flag->word));
        } else if (!word.isEmpty()) {
            addFlag(result.flags, QString::fromUtf8(word));
        }
    }
    if (result.state == JobState::Unknown)
        result.state = implied;
    return result;
}

NodeStateWords parseNodeState(QByteArrayView text)
{
    NodeStateWords result;
    QByteArray word;
    bool first = true;
    const auto finish = [&] {
        if (word.isEmpty())
            return;
        addNodeWord(result, word.toUpper(), first);
        first = false;
        word.clear();
    };
    for (const char c : text) {
        const char *flag = suffixFlag(c);
        if (c == '+' || flag)
            finish();
        else if (c != ' ')
            word += c;
        if (flag)
            addFlag(result.flags, QLatin1String(flag));
    }
    finish();
    return result;
}

QString jobStateWord(JobState state)
{
    for (const StateName &name : kJobStates) {
        if (name.state == state)
            return QLatin1String(name.word);
    }
    return QStringLiteral("UNKNOWN");
}

} // namespace paceline
