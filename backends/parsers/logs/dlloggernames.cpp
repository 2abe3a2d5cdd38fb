// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/dlloggernames.h"

#include "backends/parsers/logs/loosefields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

struct Known
{
    std::string_view name, canon;
};

constexpr Known kKnown[] = {
    {"total_ips", "samples_per_sec"},
    {"compute_ips", "samples_per_sec"},
    {"items_per_sec", "samples_per_sec"},
    {"imgs/s", "samples_per_sec"},
    {"lrate", "lr"},
    {"took", "step_time"},
    {"elapsed", "step_time"},
    {"items/s", "samples_per_sec"},
    {"step_loss", "loss"},
    {"iter_loss", "loss"},
    {"top5", "accuracy_top5"},
    {"acc5", "accuracy_top5"},
    {"Acc@5", "accuracy_top5"},
    {"utts/s", "samples_per_sec"},
    {"sequences_per_second", "samples_per_sec"},
};

bool isSeparator(char c)
{
    return c == '.' || c == '_' || c == ' ' || c == '/';
}

/// Takes a word and the separator behind it off the front.
bool takeWord(std::string_view &name, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (name.size() > word.size() + 1 && isSeparator(name[word.size()]) &&
            std::equal(word.begin(), word.end(), name.begin(), [](char a, char b) { return a == lowered(b); })) {
            name.remove_prefix(word.size() + 1);
            return true;
        }
    }
    return false;
}

bool takeEvalWord(std::string_view &name)
{
    return takeWord(name, {"val", "valid", "validation", "eval", "test", "dev", "avg val", "ema val", "avg dev"});
}

} // namespace

Phase phaseOfDllName(std::string_view name, Phase otherwise)
{
    return takeEvalWord(name) ? Phase::Eval : otherwise;
}

std::string_view canonOfDllName(std::string_view name, std::string_view unit, Phase phase)
{
    if (takeEvalWord(name))
        phase = Phase::Eval;
    else if (takeWord(name, {"train", "training", "avg train"}))
        phase = Phase::Train;
    const auto known =
        std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known &k) { return k.name == name; });
    if (known != std::end(kKnown))
        return phase == Phase::Eval && (known->canon == "loss" || known->canon == "step_time" || known->canon == "lr")
                   ? known->canon == "loss" ? "val_loss" : ""
                   : known->canon;
    if (name.find("throughput") != std::string_view::npos && !meaningOfSpeedUnit(unit).empty())
        return meaningOfSpeedUnit(unit);
    if (name == "speed" && unit.ends_with("/s") && meaningOfSpeedUnit(unit).empty())
        return "samples_per_sec";
    const std::string_view canon = canonicalName(name, unit, phase);
    return canon.empty() ? meaningOfSpeedUnit(name) : canon;
}

} // namespace paceline::logs
