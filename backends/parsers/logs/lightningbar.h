// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

namespace paceline::logs {

/// "Epoch 3", "Epoch 3/10" and "Train Epoch: 3" in front of a bar.
void readEpochOfBar(std::string_view description, LogRecord &record);
/// "1.2it/s" or "2.7s/it"
void addBarRate(std::string_view text, LogRecord &record, ReadContext &context);
/// "train_loss=0.5" or "train_loss: 0.5" behind a bar, by the names that Lightning and NeMo give. hasReducedLoss:
/// beside NeMo's reduced_train_loss, "loss" is no second headline.
void addBarField(std::string_view field, bool hasReducedLoss, LogRecord &record, ReadContext &context);
/// Lightning's bar drawn with Rich: "Epoch 3/9 ━━━━ 58/100 0:00:58 • 0:00:42 1.01it/s v_num: 0 train_loss: 0.5".
/// Whether line holds one, which is added as a record.
bool readRichBar(const CleanLine &line, ReadContext &context);

} // namespace paceline::logs
