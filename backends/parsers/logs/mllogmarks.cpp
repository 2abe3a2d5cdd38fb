// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/mllogmarks.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr int kMaxListed = 8;

struct Known
{
    std::string_view name, unit, canon;
};

/// What the submitters' programs call these.
constexpr Known kKnown[] = {
    {"opt_learning_rate", "", "lr"},
    {"opt_lr", "", "lr"},
    {"current_lr", "", "lr"},
    {"reduced_train_loss", "", "loss"},
    {"train_step_timing", "s", "step_time"},
    {"train_step_time", "s", "step_time"},
    {"validation_step_time", "s", ""},
    {"validation_throughput", "", ""},
    {"imgs_sec", "", "samples_per_sec"},
};

const MetricName &nameOf(std::string_view key, ReadContext &context)
{
    const auto known =
        std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known &k) { return k.name == key; });
    return known == std::end(kKnown) ? context.names.of(key)
                                     : context.names.known(known->name, known->unit, known->canon);
}

/// "[0.31, 0.28]", as of boxes and masks.
void addList(std::string_view key, std::string_view text, LogRecord &record, ReadContext &context)
{
    Scanner s(text);
    s.take('[');
    for (int i = 0; i < kMaxListed; ++i) {
        s.skipBlanks();
        const auto value = s.number();
        if (!value)
            return;
        if (i == 0)
            ReadContext::addMetric(record, nameOf(key, context), *value);
        else
            ReadContext::addMetric(
                record, context.names.known(std::string(key) + '[' + std::to_string(i) + ']', {}, {}), *value);
        s.skipBlanks();
        if (!s.take(','))
            return;
    }
}

} // namespace

void addMlPerfValues(std::string_view key, const std::vector<JsonField> &fields, LogRecord &record,
                     ReadContext &context)
{
    for (const JsonField &field : fields) {
        const std::string_view path = field.path;
        const bool isOne = path == "value";
        if (!isOne && !path.starts_with("value."))
            continue;
        const std::string_view name = isOne ? key : path.substr(6);
        if (field.number)
            ReadContext::addMetric(record, nameOf(name, context), *field.number);
        else if (field.text.starts_with('['))
            addList(name, field.text, record, context);
    }
}

} // namespace paceline::logs
