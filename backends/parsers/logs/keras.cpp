// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/readerstate.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"sparse_categorical_accuracy", "", "accuracy", ""},
    {"val_sparse_categorical_accuracy", "", "val_accuracy", ""},
    {"categorical_accuracy", "", "accuracy", ""},
    {"val_categorical_accuracy", "", "val_accuracy", ""},
    {"binary_accuracy", "", "accuracy", ""},
    {"val_binary_accuracy", "", "val_accuracy", ""},
};

constexpr std::string_view kHeavyBar = "\xe2\x94\x81"; // U+2501 of Keras 3

/// Keras: "Epoch 3/10", then "118/118 [=====] - 62s 500ms/step - loss: 0.2 - val_loss: 0.1", while it runs
/// " 25/455 [>....] - ETA: 1s - loss: 0.7"; verbose=2 "4096/4096 - 701s - loss: ..."; Keras 3 " 53/53 ━━━━ 1s 7ms/step
/// - loss: ...".
class KerasReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("Epoch "))
            return readEpoch(s);
        if (m_epoch && startsWithSeconds(s))
            return addValues(s, context.add(line, RecordKind::EpochEnd), context);
        LogRecord place;
        if (!takeCount(s, place) || !takeBar(s, !place.stepsPerEpoch))
            return {};
        const bool isRunning = !place.stepsPerEpoch || *place.stepInEpoch < *place.stepsPerEpoch;
        LogRecord &record = context.add(line, isRunning ? RecordKind::Progress : RecordKind::EpochEnd);
        record.stepInEpoch = place.stepInEpoch;
        record.stepsPerEpoch = place.stepsPerEpoch;
        return addValues(s, record, context);
    }

    QByteArray state() const override { return packed(m_epoch, m_epochs); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_epoch, m_epochs); }

private:
    ReadResult readEpoch(Scanner &s)
    {
        const auto epoch = takeFraction(s);
        s.skipBlanks();
        if (!epoch || !s.atEnd())
            return {};
        m_epoch = double(epoch->at);
        m_epochs = double(epoch->of);
        return {Claim::Known};
    }

    /// "100/118", or "100/Unknown" while the data's length is not known.
    static bool takeCount(Scanner &s, LogRecord &place)
    {
        if (!isDigit(s.peek()))
            return false;
        if (const auto fraction = takeFraction(s)) {
            place.stepInEpoch = fraction->at;
            place.stepsPerEpoch = fraction->of;
            return true;
        }
        place.stepInEpoch = s.integer();
        return place.stepInEpoch && s.take("/Unknown");
    }

    /// The first versions print the seconds alone at the end of an epoch: " - 12s - loss: 0.3", "12s - loss: 0.3".
    static bool startsWithSeconds(const Scanner &at)
    {
        Scanner s = at;
        s.take("- ");
        return isDigit(s.peek()) && s.integer() && s.take("s - loss: ");
    }

    /// The record is the last one of the context.
    ReadResult addValues(Scanner &s, LogRecord &record, ReadContext &context) const
    {
        record.epoch = m_epoch;
        record.totalEpochs = m_epochs;
        if (readCells(s, record, context) && !record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    /// "[====>...]", the heavy line of Keras 3, or nothing but a dash. Where the end is not known, Keras 3 prints none.
    static bool takeBar(Scanner &s, bool isOpenEnded)
    {
        s.skipBlanks();
        if (s.take('[')) {
            const std::string_view bar = s.until(']');
            return bar.find_first_not_of("=>.") == std::string_view::npos && s.take(']');
        }
        const bool heavy = s.rest().starts_with(kHeavyBar);
        while (s.take(kHeavyBar)) {
        }
        return heavy || s.rest().starts_with("- ") || (isOpenEnded && isDigit(s.peek()));
    }

    /// " - 62s 500ms/step", " 1s 7ms/step" and then " - name: value" cells.
    static bool readCells(Scanner &s, LogRecord &record, ReadContext &context)
    {
        std::optional<FieldText> stepTime;
        bool isTimed = false;
        while (!s.atEnd()) {
            s.skipBlanks();
            s.take("- ");
            const std::string_view cell = trimmed(s.until(std::string_view(" - ")));
            s.skipBlanks();
            if (!cell.empty() && isDigit(cell.front())) {
                isTimed = true;
                if (const auto time = timePerStep(cell))
                    stepTime = time;
            } else if (cell.starts_with("ETA:")) {
                isTimed = true;
                record.kind = RecordKind::Progress;
            } else if (!addCell(cell, record, context)) {
                return false;
            }
        }
        if (stepTime)
            ReadContext::addMetric(record, context.names.known(stepTime->name, stepTime->unit, "step_time"),
                                   stepTime->value);
        return isTimed;
    }

    /// "62s 500ms/step", "1:02 1s/step" or "2ms/step" alone
    static std::optional<FieldText> timePerStep(std::string_view cell)
    {
        Scanner s(cell);
        auto value = s.number();
        std::string_view unit = s.word(":/");
        if (s.skipBlanks()) {
            value = s.number();
            unit = s.word("/");
        }
        if (!value || !unit.ends_with("/step"))
            return {};
        return FieldText{"time per step", unit, *value, {}};
    }

    static bool addCell(std::string_view cell, LogRecord &record, ReadContext &context)
    {
        if (cell.empty())
            return true;
        const std::size_t colon = cell.rfind(": ");
        const auto value = colon == std::string_view::npos ? std::nullopt : wholeNumber(cell.substr(colon + 2));
        if (!value)
            return false;
        addField({cell.substr(0, colon), {}, *value, {}}, {kMeanings}, record, context);
        return true;
    }

    std::optional<double> m_epoch, m_epochs;
};

} // namespace

std::unique_ptr<LogReader> makeKerasReader()
{
    return std::make_unique<KerasReader>();
}

} // namespace paceline::logs
