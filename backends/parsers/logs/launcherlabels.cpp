// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/launcherlabels.h"

#include <algorithm>

namespace paceline::logs {

static constexpr std::size_t kMaxLabel = 160;

std::optional<int> digits(Scanner &s, std::size_t atLeast, std::size_t atMost)
{
    const std::string_view all = s.rest();
    std::size_t count = 0;
    int value = 0;
    while (count < all.size() && count < atMost && isDigit(all[count]))
        value = value * 10 + (all[count++] - '0');
    if (count < atLeast)
        return {};
    s.skip(count);
    return value;
}

bool takeMpiLabel(Scanner &s, LineHead &head)
{
    const std::size_t from = s.position();
    if (auto rank = s.take('[') ? digits(s, 1, 7) : std::nullopt) {
        if (s.take(','))
            rank = digits(s, 1, 7);
        if (rank && s.take("]<") &&
            (s.take("stdout>:") || s.take("stderr>:") || s.take("stdout>") || s.take("stderr>"))) {
            head.rank = rank;
            s.skipBlanks();
            return true;
        }
    }
    s.moveTo(from);
    return false;
}

bool takeDatedMpiLabel(Scanner &s, LineHead &head)
{
    const std::string_view all = s.rest().substr(0, 26);
    const std::size_t open = all.find('[');
    const bool isDate = open == 24 && all[3] == ' ' && all[7] == ' ' && all[13] == ':' && all[16] == ':';
    if (!isDate || !isDigit(all[23]))
        return false;
    const std::size_t from = s.position();
    s.skip(open);
    if (takeMpiLabel(s, head))
        return true;
    s.moveTo(from);
    return false;
}

bool takeAddress(Scanner &s)
{
    const std::size_t from = s.position();
    int parts = 0;
    while (parts < 4 && (parts == 0 || s.take('.')) && digits(s, 1, 3))
        ++parts;
    if (parts == 4 && s.take(": "))
        return true;
    s.moveTo(from);
    return false;
}

bool takeRayLabel(Scanner &s)
{
    const std::string_view all = s.rest().substr(0, kMaxLabel);
    const std::size_t close = all.find(')');
    if (close == std::string_view::npos || all.substr(0, close).find("pid=") == std::string_view::npos)
        return false;
    s.skip(close + 1);
    s.skipBlanks();
    return true;
}

bool takeHostLabel(Scanner &s)
{
    static constexpr std::string_view kTheirs[] = {"epoch", "step", "iter", "batch", "top", "acc",  "loss", "val",
                                                   "train", "test", "eval", "fold",  "run", "rank", "gpu",  "lr"};
    const std::size_t from = s.position();
    const std::string_view name = s.word("-.");
    std::size_t digitCount = 0;
    while (digitCount < name.size() && isDigit(name[name.size() - 1 - digitCount]))
        ++digitCount;
    const auto isTheirs = [&](std::string_view word) {
        return name.size() >= word.size() &&
               std::equal(word.begin(), word.end(), name.begin(), [](char a, char b) { return a == lowered(b); });
    };
    const bool isNumbered = digitCount >= 2 || (digitCount == 1 && name.find('-') != std::string_view::npos);
    const bool isHost = name.size() >= 5 && name.size() <= 64 && isNumbered && digitCount < name.size() &&
                        std::none_of(std::begin(kTheirs), std::end(kTheirs), isTheirs);
    if (isHost && s.take(": ")) {
        const Scanner behind(trimmed(s.rest()));
        if (digitCount >= 2 || !(isDigit(behind.peek()) || behind.peek() == '-'))
            return true;
    }
    s.moveTo(from);
    return false;
}

} // namespace paceline::logs
