// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/patternroles.h"

#include "backends/core/text.h"
#include "widgets/format/metrictext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLocale>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PatternDialog)
};

} // namespace

void fillRoles(QComboBox *box, bool isClock)
{
    box->clear();
    const auto add = [box](NumberRole role, const QString &words) { box->addItem(words, int(role)); };
    if (!isClock) {
        add(NumberRole::Metric, Text::tr("A curve"));
        add(NumberRole::Step, Text::tr("The step"));
        add(NumberRole::TotalSteps, Text::tr("How many steps there will be"));
        add(NumberRole::Epoch, Text::tr("The epoch"));
        add(NumberRole::TotalEpochs, Text::tr("How many epochs there will be"));
        add(NumberRole::StepInEpoch, Text::tr("The step within the epoch"));
        add(NumberRole::StepsPerEpoch, Text::tr("How many steps an epoch has"));
        add(NumberRole::Samples, Text::tr("How many samples were seen"));
    }
    add(NumberRole::Elapsed, isClock ? Text::tr("The time since the start") : Text::tr("Seconds since the start"));
    add(NumberRole::Any, Text::tr("Not used; it may be any"));
    add(NumberRole::Same, Text::tr("Not used; it is always the same"));
}

void fillNames(QComboBox *box)
{
    for (const char *name :
         {"loss", "val_loss", "accuracy", "val_accuracy", "perplexity", "lr", "grad_norm", "samples_per_sec",
          "tokens_per_sec", "steps_per_sec", "step_time", "gpu_mem", "mfu", "tflops"}) {
        box->addItem(QLatin1String(name));
        box->setItemData(box->count() - 1, curveText(QLatin1String(name)), Qt::ToolTipRole);
    }
}

QString matchesText(const PatternOutcome &outcome)
{
    const QLocale locale;
    const QString text = Text::tr("%1 of %2 lines look like this.")
                             .arg(locale.toString(outcome.matches), locale.toString(outcome.lines));
    return outcome.isWhole ? text : text + QLatin1Char(' ') + Text::tr("Still looking …");
}

QString warningText(const PatternOutcome &outcome)
{
    if (outcome.isSlow)
        return Text::tr("▲ On some lines this expression takes too long; they are passed over.");
    if (outcome.taken == 0)
        return {};
    return Text::tr(
               "▲ %n of these line(s) are read already, as %1. Your pattern comes first: what is not chosen here is "
               "no longer read from them.",
               nullptr, int(outcome.taken))
        .arg(displayText(outcome.takenFormat, 60));
}

} // namespace paceline
