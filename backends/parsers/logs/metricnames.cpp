// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/metricnames.h"

#include "backends/parsers/logs/scanner.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <mutex>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxNames = 4096;

struct Meaning
{
    std::string_view name; ///< lower case, every run of other characters than letters, digits and / is one _
    std::string_view canon;
};

// Sorted by name.
constexpr auto kMeanings = std::to_array<Meaning>({
    {"acc", "accuracy"},
    {"acc/top1", "accuracy"},
    {"acc/top5", "accuracy_top5"},
    {"acc1", "accuracy"},
    {"acc5", "accuracy_top5"},
    {"acc_1", "accuracy"},
    {"acc_5", "accuracy_top5"},
    {"acc_test", "val_accuracy"},
    {"acc_train", "accuracy"},
    {"acc_val", "val_accuracy"},
    {"accu", "accuracy"},
    {"accuracy", "accuracy"},
    {"accuracy/top1", "accuracy"},
    {"accuracy/top5", "accuracy_top5"},
    {"batch_time", "step_time"},
    {"data_time", "data_time"},
    {"dt", "step_time"},
    {"epoch_time", "epoch_time"},
    {"examples/s", "samples_per_sec"},
    {"examples/sec", "samples_per_sec"},
    {"examples_per_sec", "samples_per_sec"},
    {"examples_per_second", "samples_per_sec"},
    {"fps", "samples_per_sec"},
    {"gnorm", "grad_norm"},
    {"gpu_mem", "gpu_mem"},
    {"grad_norm", "grad_norm"},
    {"gradient_norm", "grad_norm"},
    {"gradnorm", "grad_norm"},
    {"images/s", "samples_per_sec"},
    {"images/sec", "samples_per_sec"},
    {"images_per_sec", "samples_per_sec"},
    {"images_per_second", "samples_per_sec"},
    {"img/s", "samples_per_sec"},
    {"img/sec", "samples_per_sec"},
    {"imgs/s", "samples_per_sec"},
    {"imgs/sec", "samples_per_sec"},
    {"it/s", "steps_per_sec"},
    {"it/sec", "steps_per_sec"},
    {"iter/s", "steps_per_sec"},
    {"iter/sec", "steps_per_sec"},
    {"iter_dt", "step_time"},
    {"iter_time", "step_time"},
    {"iteration_time", "step_time"},
    {"iterations_per_sec", "steps_per_sec"},
    {"learning_rate", "lr"},
    {"lm_loss", "loss"},
    {"loss", "loss"},
    {"loss_scale", "loss_scale"},
    {"loss_test", "val_loss"},
    {"loss_train", "loss"},
    {"loss_val", "val_loss"},
    {"lr", "lr"},
    {"max_mem", "gpu_mem"},
    {"mean_token_accuracy", "accuracy"},
    {"mfu", "mfu"},
    {"ms/batch", "step_time"},
    {"ms/step", "step_time"},
    {"norm", "grad_norm"},
    {"per_step_time", "step_time"},
    {"perplexity", "perplexity"},
    {"ppl", "perplexity"},
    {"prec_1", "accuracy"},
    {"prec_5", "accuracy_top5"},
    {"sample/s", "samples_per_sec"},
    {"sample/sec", "samples_per_sec"},
    {"samples/s", "samples_per_sec"},
    {"samples/sec", "samples_per_sec"},
    {"samples_per_sec", "samples_per_sec"},
    {"samples_per_second", "samples_per_sec"},
    {"sec/step", "step_time"},
    {"seconds_per_step", "step_time"},
    {"step/s", "steps_per_sec"},
    {"step/sec", "steps_per_sec"},
    {"step_avg", "step_time"},
    {"step_time", "step_time"},
    {"step_time_ms", "step_time"},
    {"steps/s", "steps_per_sec"},
    {"steps/sec", "steps_per_sec"},
    {"steps_per_sec", "steps_per_sec"},
    {"steps_per_second", "steps_per_sec"},
    {"tflops", "tflops"},
    {"time_per_iter", "step_time"},
    {"time_per_iteration", "step_time"},
    {"time_per_step", "step_time"},
    {"tok/s", "tokens_per_sec"},
    {"tok/sec", "tokens_per_sec"},
    {"tokens/s", "tokens_per_sec"},
    {"tokens/sec", "tokens_per_sec"},
    {"tokens/second", "tokens_per_sec"},
    {"tokens_per_sec", "tokens_per_sec"},
    {"tokens_per_sec_per_gpu", "tokens_per_sec"},
    {"tokens_per_second", "tokens_per_sec"},
    {"tokens_per_second_per_gpu", "tokens_per_sec"},
    {"toks/s", "tokens_per_sec"},
    {"top1", "accuracy"},
    {"top1_acc", "accuracy"},
    {"top5", "accuracy_top5"},
    {"top5_acc", "accuracy_top5"},
    {"top_1", "accuracy"},
    {"top_5", "accuracy_top5"},
    {"total_loss", "loss"},
    {"tps", "tokens_per_sec"},
    {"wps", "tokens_per_sec"},
});
static_assert(std::is_sorted(kMeanings.begin(), kMeanings.end(),
                             [](const Meaning &a, const Meaning &b) { return a.name < b.name; }));

std::string normalised(std::string_view name)
{
    std::string text;
    for (const char c : trimmed(name)) {
        if (isLetter(c) || isDigit(c) || c == '/')
            text += lowered(c);
        else if (!text.empty() && text.back() != '_')
            text += '_';
    }
    while (!text.empty() && text.back() == '_')
        text.pop_back();
    return text;
}

bool takePrefix(std::string_view &text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (text.size() > word.size() + 1 && text.starts_with(word) &&
            (text[word.size()] == '_' || text[word.size()] == '/')) {
            text.remove_prefix(word.size() + 1);
            return true;
        }
    }
    return false;
}

/// "loss/train" and "acc/val" name the part behind; "val_loss/dataloader_idx_0" which of several. Takes it off.
void takeSuffix(std::string_view &text, Phase &phase)
{
    const std::size_t stroke = text.rfind('/');
    if (stroke == std::string_view::npos || stroke == 0)
        return;
    const std::string_view part = text.substr(stroke + 1);
    const bool isEval = part == "val" || part == "valid" || part == "validation" || part == "test" || part == "eval";
    if (!isEval && part != "train" && part != "training" && !part.starts_with("dataloader_idx_"))
        return;
    phase = isEval ? Phase::Eval : phase;
    text = text.substr(0, stroke);
}

/// What the last word of a longer name says: "fast_rcnn/cls_accuracy", "output_acc", "actor/grad_norm".
std::string_view meaningOfLastWord(std::string_view text)
{
    const auto endsWith = [text](std::string_view word) {
        return text.size() > word.size() && text.ends_with(word) &&
               (text[text.size() - word.size() - 1] == '_' || text[text.size() - word.size() - 1] == '/');
    };
    if (text.ends_with("/grad_norm"))
        return "grad_norm";
    // The best one so far is no value of this step, and the k of a "top_k" is not told.
    const auto holds = [text](std::string_view part) { return text.find(part) != std::string_view::npos; };
    if (!(endsWith("accuracy") || endsWith("acc")) || text.starts_with("best") || holds("top_k"))
        return {};
    return holds("top5") || holds("top_5") ? "accuracy_top5" : "accuracy";
}

std::string_view evaluated(std::string_view canon)
{
    return canon == "loss" ? "val_loss" : canon == "accuracy" ? "val_accuracy" : canon == "accuracy_top5" ? "" : canon;
}

/// What a unit says by itself, whatever the name.
std::string_view meaningOfUnit(std::string_view unit)
{
    const auto at = std::lower_bound(kMeanings.begin(), kMeanings.end(), unit,
                                     [](const Meaning &m, std::string_view u) { return m.name < u; });
    const bool isRate = at != kMeanings.end() && at->name == unit && unit.find('/') != std::string_view::npos;
    return isRate ? at->canon : std::string_view();
}

} // namespace

std::string_view canonicalName(std::string_view name, std::string_view unit, Phase phase)
{
    const std::string text = normalised(name);
    std::string_view bare = text;
    if (takePrefix(bare, {"val", "valid", "validation", "eval", "test", "dev"}))
        phase = Phase::Eval;
    else
        takePrefix(bare, {"train", "training"});
    takeSuffix(bare, phase);
    const auto at = std::lower_bound(kMeanings.begin(), kMeanings.end(), bare,
                                     [](const Meaning &m, std::string_view n) { return m.name < n; });
    if (at != kMeanings.end() && at->name == bare)
        return phase == Phase::Eval ? evaluated(at->canon) : at->canon;
    if (const std::string_view last = meaningOfLastWord(bare); !last.empty())
        return phase == Phase::Eval ? evaluated(last) : last;
    const bool isSpeed = bare == "throughput" || bare == "speed" || bare == "ips" || bare == "rate";
    if (isSpeed && unit.empty())
        return bare == "throughput" ? "samples_per_sec" : "";
    return isSpeed ? meaningOfUnit(unit) : std::string_view();
}

const MetricName &MetricNames::of(std::string_view name, std::string_view unit, Phase phase)
{
    return entry(name, unit, {}, phase == Phase::Eval ? 'e' : 't');
}

const MetricName &MetricNames::known(std::string_view name, std::string_view unit, std::string_view canon)
{
    return entry(name, unit, canon, 'k');
}

namespace {

std::size_t slotOf(std::string_view name, std::string_view unit, char kind)
{
    std::size_t hash = name.size() * 31 + unit.size() * 7 + std::size_t(kind);
    for (std::size_t i = 0; i < name.size(); i += 3)
        hash = hash * 33 + std::size_t(static_cast<unsigned char>(name[i]));
    return hash ^ (hash >> 8);
}

constexpr qsizetype kMaxKept = 65536;
constexpr std::size_t kMaxKeptText = 256;

/// The text, where possible one that is kept for good: its copies count no references, which would be most of what a
/// record costs. Names of metrics are few; hostile input that brings many gets ordinary texts. Any thread.
QString textOf(std::string_view bytes)
{
    const QString text = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    if (text.isEmpty())
        return {};
    static std::mutex mutex;
    static auto &kept = *new QSet<QString>; // outlives every record
    const std::lock_guard lock(mutex);
    auto found = kept.constFind(text);
    if (found == kept.constEnd()) {
        if (kept.size() >= kMaxKept || bytes.size() > kMaxKeptText)
            return text;
        found = kept.insert(text);
    }
    return QString::fromRawData(found->constData(), found->size());
}

MetricName makeName(std::string_view name, std::string_view unit, std::string_view canon)
{
    static constexpr std::string_view kHeadlines[] = {"loss",           "val_loss",      "accuracy",
                                                      "val_accuracy",   "perplexity",    "samples_per_sec",
                                                      "tokens_per_sec", "steps_per_sec", "step_time"};
    MetricName made{textOf(name), textOf(unit), textOf(canon)};
    made.isHeadline = std::find(std::begin(kHeadlines), std::end(kHeadlines), canon) != std::end(kHeadlines);
    made.isRate = canon == "lr";
    made.fitsEval = canon.empty() || canon.starts_with("val_") || canon == "perplexity";
    return made;
}

} // namespace

const MetricName &MetricNames::entry(std::string_view name, std::string_view unit, std::string_view canon, char kind)
{
    const Entry *&slot = m_slots[slotOf(name, unit, kind) % kSlots];
    const bool hit = slot && slot->kind == kind && slot->name == name && slot->unit == unit && slot->canon == canon;
    if (!hit)
        slot = &lookUp(name, unit, canon, kind);
    return slot->made;
}

const MetricNames::Entry &MetricNames::lookUp(std::string_view name, std::string_view unit, std::string_view canon,
                                              char kind)
{
    m_key.assign(name);
    m_key += '\n';
    m_key += unit;
    m_key += '\n';
    m_key += canon;
    m_key += kind;
    if (const auto found = m_entries.find(m_key); found != m_entries.end())
        return found->second;
    if (m_entries.size() >= kMaxNames) {
        m_entries.clear();
        m_slots.fill(nullptr);
    }
    const std::string_view meaning =
        kind == 'k' ? canon : canonicalName(name, unit, kind == 'e' ? Phase::Eval : Phase::Train);
    Entry made{std::string(name), std::string(unit), std::string(canon), kind, makeName(name, unit, meaning)};
    return m_entries.emplace(m_key, std::move(made)).first->second;
}

} // namespace paceline::logs
