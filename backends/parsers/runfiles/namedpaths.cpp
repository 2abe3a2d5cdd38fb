// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/runfiles/namedpaths.h"

#include <QDir>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace paceline {

namespace {

constexpr std::size_t kMaxLine = 8192, kMaxPath = 1024;

/// Sentences, in lower case: the path follows, perhaps behind a colon.
constexpr std::array kSentences = {
    std::string_view("logging to"),        std::string_view("logging results to"),
    std::string_view("logs to"),           std::string_view("tensorboard logs"),
    std::string_view("tensorboard log"),   std::string_view("tensorboard --logdir"),
    std::string_view("saved locally in"),  std::string_view("results saved to"),
    std::string_view("saving results to"), std::string_view("saving logs to"),
    std::string_view("saving to"),         std::string_view("metrics to"),
    std::string_view("log directory"),     std::string_view("output directory"),
    std::string_view("writing logs in"),   std::string_view("summaries to"),
};

/// Settings; the path follows =, : or a blank behind --name.
constexpr std::array kSettings = {
    std::string_view("output_dir"),
    std::string_view("log_dir"),
    std::string_view("logdir"),
    std::string_view("logging_dir"),
    std::string_view("save_dir"),
    std::string_view("tensorboard_dir"),
    std::string_view("tb_dir"),
    std::string_view("default_root_dir"),
    std::string_view("tensorboard_log_dir"),
    std::string_view("exp_dir"),
    std::string_view("work_dir"),
    std::string_view("results_dir"),
    std::string_view("tensorboard-logdir"),
    std::string_view("output-dir"),
    std::string_view("log-dir"),
};

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return lower;
}

/// Takes terminal colours out.
std::string plain(std::string_view line)
{
    std::string text;
    text.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\x1b' && i + 1 < line.size() && line[i + 1] == '[') {
            while (i + 1 < line.size() && !(line[i + 1] >= 'a' && line[i + 1] <= 'z') &&
                   !(line[i + 1] >= 'A' && line[i + 1] <= 'Z'))
                ++i;
            ++i;
            continue;
        }
        text += line[i];
    }
    return text;
}

/// The path at the front of the text, in quotes or up to a blank, a comma or a bracket.
std::string_view pathAtFront(std::string_view text)
{
    if (!text.empty() && (text.front() == '\'' || text.front() == '"')) {
        const std::size_t end = text.find(text.front(), 1);
        return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
    }
    std::string_view path = text.substr(0, text.find_first_of(" \t,;)]}'\"<>|"));
    while (!path.empty() && (path.back() == '.' || path.back() == ':') && path != "." && path != "..")
        path.remove_suffix(1);
    return path;
}

/// What may stand between a name and its path; false where something else does.
std::string_view afterSeparator(std::string_view text, bool mayBeBlank)
{
    std::size_t at = text.find_first_not_of(" \t\"'");
    const bool hasSign = at != std::string_view::npos && (text[at] == '=' || text[at] == ':');
    if (hasSign)
        at = text.find_first_not_of(" \t", at + 1);
    else
        at = text.find_first_not_of(" \t");
    return at == std::string_view::npos || at == 0 || (!hasSign && !mayBeBlank) ? std::string_view() : text.substr(at);
}

/// Prose goes on with words; a path has a slash, or it is all that the setting holds.
bool isPath(std::string_view path, bool needsSlash)
{
    if (path.empty() || path.size() > kMaxPath || path.front() == '-' || path.front() == '~' ||
        path.find("://") != std::string_view::npos)
        return false;
    const bool isClean =
        std::all_of(path.begin(), path.end(), [](char c) { return (unsigned char)c >= 0x20 && c != '$' && c != '{'; });
    const std::string lower = lowered(path);
    if (lower == "none" || lower == "null" || lower == "true" || lower == "false")
        return false;
    return isClean && (!needsSlash || path.find('/') != std::string_view::npos);
}

void add(QStringList &paths, std::string_view path)
{
    const QString text = QString::fromUtf8(path.data(), qsizetype(path.size()));
    if (!paths.contains(text) && paths.size() < kMaxNamedPaths)
        paths.append(text);
}

void readLine(std::string_view raw, QStringList &paths)
{
    const std::string line = plain(raw), lower = lowered(line);
    const std::string_view text = line;
    for (const std::string_view sentence : kSentences) {
        const std::size_t at = lower.find(sentence);
        if (at == std::string::npos || (at > 0 && isWordPart(lower[at - 1])))
            continue;
        const std::string_view path = pathAtFront(afterSeparator(text.substr(at + sentence.size()), true));
        if (isPath(path, true))
            add(paths, path);
    }
    for (const std::string_view setting : kSettings) {
        for (std::size_t at = lower.find(setting); at != std::string::npos; at = lower.find(setting, at + 1)) {
            const std::size_t end = at + setting.size();
            if ((at > 0 && isWordPart(lower[at - 1])) || (end < lower.size() && isWordPart(lower[end])))
                continue;
            const bool isOption = at > 1 && lower[at - 1] == '-' && lower[at - 2] == '-';
            const std::string_view path = pathAtFront(afterSeparator(text.substr(end), isOption));
            if (isPath(path, false))
                add(paths, path);
        }
    }
}

} // namespace

QStringList pathsNamedIn(QByteArrayView text)
{
    QStringList paths;
    std::string_view rest(text.data(), std::size_t(text.size()));
    while (!rest.empty() && paths.size() < kMaxNamedPaths) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            break;
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        // What names a path has a separator or a word of the lists; most lines of numbers have neither.
        if (line.size() <= kMaxLine &&
            (line.find("og") != std::string_view::npos || line.find("dir") != std::string_view::npos ||
             line.find(" to ") != std::string_view::npos || line.find("aved") != std::string_view::npos))
            readLine(line, paths);
    }
    return paths;
}

QString resolvedPath(const QString &path, const QString &folder)
{
    if (path.isEmpty() || (!path.startsWith(u'/') && !folder.startsWith(u'/')))
        return {};
    const QString clean = QDir::cleanPath(path.startsWith(u'/') ? path : folder + u'/' + path);
    return clean.startsWith(u'/') && clean.count(u'/') >= 2 && !clean.startsWith(QLatin1String("/..")) ? clean
                                                                                                       : QString();
}

} // namespace paceline
