// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilesearch.h"

#include "backends/core/text.h"

#include <array>

namespace paceline {

namespace {

/// Folders that training programs make for what they log, in the folder where they run and one below.
constexpr std::array kFolders = {"runs",        "lightning_logs",  "logs",   "log",     "tb",      "tb_logs",
                                 "tensorboard", "wandb",           "output", "outputs", "results", "work_dirs",
                                 "multirun",    "nemo_experiments"};

/// Whole trees without metrics, some of them with a great many files.
constexpr const char *kPruned =
    "-type d \\( -name '.git' -o -name __pycache__ -o -name site-packages -o -name node_modules"
    " -o -name .venv -o -name 'checkpoint*' -o -name ckpt -o -name data -o -name datasets"
    " -o -name 'global_step*' \\) -prune -o ";

/// find's arguments for some roots; letter says what they are, see parseFoundFiles. Every entry is printed, so that
/// awk counts what was looked at and ends the look.
QByteArray look(const QByteArrayList &roots, char letter, int depth, const char *condition = "")
{
    if (roots.isEmpty())
        return {};
    return "find -H " + roots.join(' ') + " -maxdepth " + QByteArray::number(depth) + ' ' + condition + "-printf '" +
           letter + " %y %s %T@ %p\\n';";
}

QByteArrayList quoted(const QStringList &paths)
{
    QByteArrayList words;
    for (const QString &path : paths) {
        if (path.startsWith(u'/'))
            words.append(shellQuoted(path.toUtf8()));
    }
    return words;
}

/// The known folders within the working folders: names are quoted, the one star is the shell's.
QByteArrayList knownFolders(const RunFileSearch &search)
{
    QByteArrayList words;
    const QByteArrayList bases = quoted(search.workFolders);
    for (const QByteArray &base : bases) {
        for (const char *folder : kFolders) {
            words.append(base + '/' + folder);
            words.append(base + "/*/" + folder);
        }
        for (const QString &name : search.jobNames) {
            if (!name.contains(u'/') && !name.startsWith(u'.'))
                words.append(base + '/' + shellQuoted(name.toUtf8()));
        }
    }
    return words;
}

} // namespace

QByteArray runFileSearchCommand(const RunFileSearch &search)
{
    const QByteArray looks =
        look(quoted(search.added), 'a', kMaxSearchDepth, kPruned) + look(quoted(search.files), 'f', 0) +
        look(quoted(search.named), 'n', kMaxSearchDepth, kPruned) + look(quoted(search.workFolders), 'b', 1) +
        look(knownFolders(search), 'b', kMaxSearchDepth, kPruned) + "echo . end";
    // The first column becomes the letter, "f" one file that is wanted whatever its name. Names that hold metrics are
    // told closer by runFileKindOf.
    const QByteArray filter =
        "NR>" + QByteArray::number(kMaxSearchEntries) +
        "{exit} $2==\"end\"{whole=1} $2!=\"f\"{next} $1!=\"a\"&&$4<t{next} {p=substr($0,index($0,$4)+length($4)+1)}"
        " $1!=\"f\"&&!(p in root)&&p!~/tfevents\\.|\\.wandb$|\\/(metrics|results)\\.csv$|\\/lcurve\\.out$|\\.jsonl$|"
        "\\/(metrics|scalars|log)\\.json$|\\.log\\.json$|\\/[^\\/]*(dllogger|mllog)[^\\/]*$/{next}"
        " {print ($1==\"f\"?\"n\":$1),$3,$4,p; if(++k>=" +
        QByteArray::number(kMaxFoundFiles) + "){exit}} END{print \"end\",whole+0}";
    // Files that were named by their own path count whatever they are called.
    QByteArray roots;
    for (const QString &path : search.added + search.named)
        roots += path.toUtf8() + '\n';
    return "LC_ALL=C; export LC_ALL; R=" + shellQuoted(roots) + "; export R; { nice -n 19 timeout " +
           QByteArray::number(kSearchSeconds) + " sh -c " + shellQuoted(looks) +
           " 2>/dev/null; } | nice -n 19 awk -v t=" + QByteArray::number(search.sinceS) +
           " 'BEGIN{n=split(ENVIRON[\"R\"],r,\"\\n\");for(i=1;i<=n;i++)root[r[i]]=1} " + filter + "'";
}

} // namespace paceline
