// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/capture.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>
#include <optional>

namespace paceline {

namespace {

QByteArray decoded(QByteArrayView raw)
{
    if (raw.startsWith(QByteArrayView("\xff\xfe")) || raw.startsWith(QByteArrayView("\xfe\xff"))) {
        QStringDecoder decoder(raw[0] == '\xff' ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        QString text = decoder(raw.sliced(2));
        return text.toUtf8();
    }
    if (raw.startsWith(QByteArrayView("\xef\xbb\xbf")))
        raw = raw.sliced(3);
    return raw.toByteArray();
}

/// Escape sequences: colours and cursor moves (ESC [ ... letter), titles (ESC ] ... BEL), shifts (ESC ( B).
QByteArray withoutEscapes(const QByteArray &text)
{
    if (!text.contains('\x1b'))
        return text;
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\x1b') {
            plain += text[i];
            continue;
        }
        const char kind = i + 1 < text.size() ? text[i + 1] : '\0';
        const auto inside = [&](qsizetype at) { return at < text.size() && text[at] != '\n'; };
        if (kind == '[') {
            for (i += 2; inside(i) && !(text[i] >= '@' && text[i] <= '~');)
                ++i;
        } else if (kind == ']') {
            for (i += 2; inside(i) && text[i] != '\x07' && text[i] != '\x1b';)
                ++i;
        } else {
            i += kind == '(' ? 2 : 1;
        }
        if (i < text.size() && text[i] == '\n')
            plain += '\n';
    }
    return plain;
}

/// The command of a line that shows a prompt, "" of a prompt alone.
std::optional<QByteArray> promptCommand(const QByteArray &line)
{
    if (line.size() > 4096)
        return std::nullopt;
    static const QRegularExpression kPrompt(
        QStringLiteral("^(?:\\([\\w.-]+\\) ?)?(?:\\[[\\w.-]+@[\\w.-]+[^\\]]*\\]|[\\w.-]+@[\\w.-]+(?:[: "
                       "][^$#>%=|,]*?)?|(?:ba|z)?sh-[\\d.]+)"
                       "\\s*[$#>%](?:\\s+(.*))?$"));
    static const QRegularExpression kTool(
        QStringLiteral("^\\s*(?:[\\w.-]+(?:[: ][~/][\\w./~-]*)? ?)?(?:[#%>$\u279c\u276f]|PS [A-Z]:[^>]*>)\\s+((?:sudo "
                       "|srun |watch |clush |pdsh |ssh )?.*?"
                       "\\b(?:nvidia-smi|rocm-smi|amd-smi|xpu-smi|hl-smi|dcgmi|squeue|sinfo|scontrol|sacct|sstat|sprio|"
                       "cat|grep|head|tail|ibstat|"
                       "ibstatus|ibv_devinfo|perfquery|rdma|ethtool|lctl|cxi_stat|mmpmon)\\b.*)$"));
    const QString text = QString::fromUtf8(line);
    if (const auto prompt = kPrompt.match(text); prompt.hasMatch())
        return prompt.captured(1).trimmed().toUtf8();
    if (const auto tool = kTool.match(text); tool.hasMatch())
        return tool.captured(1).trimmed().toUtf8();
    return line.trimmed() == "$" ? std::optional(QByteArray()) : std::nullopt;
}

/// Lines of the shell, of ssh and of those who paste into reports.
bool isRemark(const QByteArray &line)
{
    static const QRegularExpression kRemark(
        QStringLiteral("^(?:Submitted batch job \\d+|(?:real|user|sys)\\s+\\d+m[\\d.,]+s|Connection to \\S+ "
                       "closed\\.?|logout|exit|\\^C|Last login: .*|"
                       "(?:```|~~~)[\\w-]*|Shared connection to .* closed\\.|Script (?:started|done) on .*)$"));
    return line.size() < 200 && kRemark.match(QString::fromUtf8(line.trimmed())).hasMatch();
}

QByteArray cleanLine(const QByteArray &line, bool &drop)
{
    static const QRegularExpression kWatch(QStringLiteral("^Every [\\d.,]+s: (.*?)(?:\\s{2,}\\S.*)?$"));
    drop = isRemark(line);
    if (line.startsWith("Every ")) {
        const auto watch = kWatch.match(QString::fromUtf8(line));
        if (watch.hasMatch())
            return "$ " + watch.captured(1).toUtf8();
    }
    if (const auto command = promptCommand(line)) {
        drop = command->isEmpty();
        return "$ " + *command;
    }
    return line;
}

struct Label
{
    QString name;
    bool isTask = false;
    qsizetype size = 0; ///< with what parts it from the line
};

std::optional<Label> labelOf(const QByteArray &line)
{
    static const QRegularExpression kLabel(QStringLiteral(
        "^(?: *(\\d{1,6})|([A-Za-z][\\w-]*(?:\\.[\\w-]+)*)):(?: |$)|^\\[\\d+,(\\d+)\\]<std(?:out|err)>: ?"));
    const auto match = kLabel.match(QString::fromLatin1(line.left(256)));
    if (!match.hasMatch())
        return std::nullopt;
    const QString task = match.captured(1) + match.captured(3), name = match.captured(2);
    static const QStringList kWords = {QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("fatal"),
                                       QStringLiteral("usage"), QStringLiteral("srun"),    QStringLiteral("squeue"),
                                       QStringLiteral("sinfo"), QStringLiteral("sacct"),   QStringLiteral("sstat"),
                                       QStringLiteral("sprio"), QStringLiteral("grep"),    QStringLiteral("cat"),
                                       QStringLiteral("bash"),  QStringLiteral("scontrol")};
    if (kWords.contains(name, Qt::CaseInsensitive))
        return std::nullopt;
    return Label{task.isEmpty() ? name : task, !task.isEmpty(), match.capturedLength(0)};
}

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty() || line.startsWith("$ ");
}

/// True when every line has a label, and the labels look like those of a launcher: task numbers, host names with a
/// digit, or names that come back.
bool areLabelled(const QList<QByteArray> &lines, LineShape shape)
{
    QHash<QString, int> counts;
    int labelled = 0;
    bool areTasks = true, haveDigits = true;
    for (const QByteArray &line : lines) {
        if (isBlank(line))
            continue;
        const auto label = labelOf(line);
        if (!label)
            return false;
        ++counts[label->name];
        ++labelled;
        areTasks = areTasks && label->isTask;
        haveDigits =
            haveDigits && std::any_of(label->name.begin(), label->name.end(), [](QChar c) { return c.isDigit(); });
    }
    const bool comeBack = std::all_of(counts.begin(), counts.end(), [](int count) { return count > 1; });
    if (labelled == 0)
        return false;
    return shape == LineShape::NameAndColon ? comeBack : areTasks || haveDigits || comeBack;
}

std::vector<Capture> byLabel(const QList<QByteArray> &lines)
{
    std::vector<Capture> captures;
    QHash<QString, std::size_t> places;
    for (const QByteArray &line : lines) {
        const auto label = isBlank(line) ? std::nullopt : labelOf(line);
        if (!label)
            continue;
        const auto known = places.constFind(label->name);
        const std::size_t place = known == places.constEnd() ? captures.size() : *known;
        if (known == places.constEnd()) {
            places.insert(label->name, place);
            Capture &capture = captures.emplace_back();
            (label->isTask ? capture.task : capture.node) = label->name;
        }
        captures[place].text += line.sliced(label->size) + '\n';
    }
    return captures;
}

} // namespace

std::vector<Capture> readCapture(QByteArrayView raw, LineShape shape)
{
    QByteArray text = decoded(raw);
    if (text.contains('\x1e') || text.contains('\x1f'))
        return {Capture{QString(), QString(), text}};
    text.replace("\r\n", "\n");
    text = withoutEscapes(text);
    QList<QByteArray> lines;
    for (const QByteArray &line : text.split('\n')) {
        bool drop = false;
        const QByteArray clean = cleanLine(line, drop);
        if (!drop)
            lines += clean;
    }
    if (areLabelled(lines, shape))
        return byLabel(lines);
    return {Capture{QString(), QString(), lines.join('\n')}};
}

} // namespace paceline
