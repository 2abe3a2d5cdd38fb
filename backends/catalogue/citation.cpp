// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/citation.h"

#include <utility>
#include <vector>

namespace paceline {

namespace {

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList told = parts;
    told.removeAll(QString());
    return told.join(separator);
}

QString value(const Baseline &record)
{
    if (!record.value)
        return record.formula.formula.value_or(QString());
    return joined({QString::number(*record.value, 'g', 10), record.unit.value_or(QString())}, QStringLiteral(" "));
}

/// "arXiv:1706.02677 abstract (https://...)" -> "1706.02677"
QString arxivId(const Baseline &record)
{
    for (const auto &text : {record.source.locator, record.source.name}) {
        const qsizetype at = text ? text->indexOf(QLatin1String("arXiv:")) : -1;
        if (at < 0)
            continue;
        qsizetype end = at + 6;
        while (end < text->size() && (text->at(end).isDigit() || text->at(end) == u'.'))
            ++end;
        QString id = text->mid(at + 6, end - at - 6);
        while (id.endsWith(u'.'))
            id.chop(1);
        if (!id.isEmpty())
            return id;
    }
    return {};
}

/// The page that a locator leads to: itself where it is an address, the folder or file at its commit where it is
/// repository@commit:path, as GitHub shows it.
QString address(const Baseline &record)
{
    const QString locator = record.source.locator.value_or(QString());
    const qsizetype web = locator.indexOf(QLatin1String("https://"));
    if (web >= 0) {
        qsizetype end = web;
        while (end < locator.size() && !locator[end].isSpace() && locator[end] != u')' && locator[end] != u';')
            ++end;
        return locator.mid(web, end - web);
    }
    const QString repository = locator.section(u'@', 0, 0), rest = locator.section(u'@', 1);
    const QString commit = rest.section(u':', 0, 0), path = rest.section(u':', 1).section(u' ', 0, 0);
    if (repository.count(u'/') != 1 || repository.contains(u' ') || commit.size() != 40 || path.isEmpty())
        return {};
    return QStringLiteral("https://github.com/%1/tree/%2/%3").arg(repository, commit, path);
}

/// How MLPerf's own rules want an entry named: round, division, submitter, system and benchmark.
QString entryName(const Baseline &record)
{
    const MlperfEntry &entry = record.mlperf;
    const QString suite =
        joined({entry.suite.value_or(QString()), entry.round.value_or(record.convergence.rounds.join(u'/'))},
               QStringLiteral(" "));
    const QString division = entry.division ? QStringLiteral("%1 division").arg(*entry.division) : QString();
    const QString folder = entry.submitter ? record.source.locator.value_or(QString()).section(u'/', -1) : QString();
    return joined({suite, division, entry.submitter.value_or(QString()), record.system.value_or(QString()),
                   record.benchmark, folder == record.benchmark ? QString() : folder},
                  QStringLiteral(", "));
}

QString ownWords(const Baseline &record)
{
    if (!record.source.isOwn)
        return {};
    const std::optional<QString> label = requiredLabel(record);
    return label ? QStringLiteral("own measurement, %1").arg(*label) : QStringLiteral("own measurement");
}

QString braced(const QString &text)
{
    QString safe;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\\':
            safe += QLatin1String("\\textbackslash{}");
            break;
        case u'{':
        case u'}':
        case u'&':
        case u'%':
        case u'$':
        case u'#':
        case u'_':
            safe += u'\\';
            safe += c;
            break;
        case u'~':
            safe += QLatin1String("\\textasciitilde{}");
            break;
        case u'^':
            safe += QLatin1String("\\textasciicircum{}");
            break;
        case u'\n':
        case u'\r':
            safe += u' ';
            break;
        default:
            safe += c;
        }
    }
    return u'{' + safe + u'}';
}

/// BibTeX's keys take no blanks, commas, braces and the like.
QString key(const QString &id)
{
    QString safe;
    for (const QChar c : id)
        safe += (c.isLetterOrNumber() && c.unicode() < 128) || c == u'-' || c == u':' || c == u'.' ? c : QChar(u'-');
    return safe;
}

} // namespace

bool isMlperf(const Baseline &record)
{
    return record.mlperf.suite.has_value() && record.mlperf.suite->startsWith(QLatin1String("MLPerf")) &&
           !record.source.isOwn;
}

std::optional<QString> requiredLabel(const Baseline &record)
{
    const bool isLikeMlperf = record.mlperf.suite || record.metric.startsWith(QLatin1String("time_to_train"));
    return record.source.isOwn && isLikeMlperf ? std::optional(QString(kNotVerified)) : std::nullopt;
}

QString citationText(const Baseline &record)
{
    const BaselineSource &source = record.source;
    QStringList sentences;
    if (isMlperf(record))
        sentences.append(QStringLiteral("%1: %2").arg(entryName(record), value(record)));
    else
        sentences.append(joined({source.name.value_or(QString()), source.title,
                                 source.year ? QString::number(*source.year) : QString()},
                                QStringLiteral(", ")) +
                         (value(record).isEmpty() ? QString() : QStringLiteral(": ") + value(record)));
    if (source.locator)
        sentences.append(*source.locator);
    if (source.isDerived)
        sentences.append(isMlperf(record) ? QStringLiteral("Computed from the result logs that MLCommons published")
                                          : QStringLiteral("Computed from the source's figures"));
    else if (!source.isVerified && !source.isOwn)
        sentences.append(QStringLiteral("Not read in the source itself"));
    if (!ownWords(record).isEmpty())
        sentences.append(ownWords(record));
    if (isMlperf(record) || record.mlperf.suite)
        sentences.append(QString(kMlperfTrademark).chopped(1));
    return sentences.join(QStringLiteral(". ")).simplified() + u'.';
}

QString citationBibtex(const Baseline &record)
{
    const BaselineSource &source = record.source;
    const QString arxiv = arxivId(record);
    const QString title = isMlperf(record) ? entryName(record) : source.title;
    std::vector<std::pair<QString, QString>> fields = {
        {QStringLiteral("title"), title},
        {QStringLiteral("author"),
         isMlperf(record) ? QStringLiteral("{%1}").arg(record.mlperf.submitter.value_or(QStringLiteral("MLCommons")))
                          : QString()},
        {QStringLiteral("year"), source.year ? QString::number(*source.year) : QString()},
        {QStringLiteral("howpublished"), source.name.value_or(QString())},
        {QStringLiteral("eprint"), arxiv},
        {QStringLiteral("archiveprefix"), arxiv.isEmpty() ? QString() : QStringLiteral("arXiv")},
        {QStringLiteral("url"), address(record)},
    };
    QStringList note = {value(record), source.locator.value_or(QString()), ownWords(record)};
    fields.emplace_back(QStringLiteral("note"), joined(note, QStringLiteral("; ")));
    QString entry = QStringLiteral("@misc{%1").arg(key(record.id));
    for (const auto &[name, text] : fields) {
        if (text.isEmpty())
            continue;
        const bool isRaw = name == QLatin1String("url");
        const bool isName = name == QLatin1String("author");
        const QString inside = isName ? u'{' + braced(text.mid(1, text.size() - 2)) + u'}' : braced(text);
        entry += QStringLiteral(",\n  %1 = %2").arg(name, isRaw ? u'{' + text + u'}' : inside);
    }
    return entry + QStringLiteral("\n}");
}

} // namespace paceline
