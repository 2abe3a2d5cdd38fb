// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/registry.h"

#include "backends/parsers/logs/families.h"

#include <algorithm>

namespace paceline::logs {

// Name, anchors, specificity, reader. Adding a format: one file, one line here and in families.h, one fixture.
static constexpr LogFormat kFormats[] = {
    {"pytorch-imagenet", "Epoch: [|Test: [|Acc@1|Prec@1", 50, makePytorchImagenetReader},
    {"hf-trainer", "{'", 50, makeHfTrainerReader},
    {"tqdm-raw", "%|", 10, makeProgressBarReader},
    {"generic", "step|iter|epoch|batch|update", 20, makeNameValueReader},
};

std::span<const LogFormat> logFormats()
{
    return kFormats;
}

const LogFormat *findLogFormat(std::string_view name)
{
    const auto found =
        std::find_if(std::begin(kFormats), std::end(kFormats), [&](const LogFormat &f) { return f.name == name; });
    return found == std::end(kFormats) ? nullptr : found;
}

} // namespace paceline::logs
