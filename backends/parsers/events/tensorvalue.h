// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace paceline::events {

/// The number in a TensorProto of one element and of a number's type, whichever of its lists holds it; nothing for
/// every other tensor. Sets failed where the message is damaged. As tensorflow's tensor.proto and types.proto define
/// it: no list at all means zero.
struct TensorValue
{
    std::optional<double> value;
    bool failed = false;
};
TensorValue readTensor(std::string_view message);

} // namespace paceline::events
