// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/baselinelibrary.h"

#include "backends/catalogue/baselinecatalogue.h"
#include "backends/catalogue/baselinetext.h"
#include "backends/core/inpool.h"
#include "backends/core/whenfinished.h"

#include <QSet>
#include <algorithm>

namespace paceline {

namespace {

struct Loaded
{
    Result<BaselineSetPtr> builtIn;
    Result<OwnBaselines> own;
};

struct Published
{
    BaselineSetPtr records;
    Result<void> saved;
};

struct Imported
{
    BaselineImport import;
    std::vector<Baseline> records;
};

QByteArray withoutId(Baseline record)
{
    record.id.clear();
    return baselineJson(record);
}

Result<Imported> readFile(const QString &path, const std::vector<Baseline> &own)
{
    auto read = BaselineFile(path).load();
    if (!read)
        return tl::unexpected(read.error());
    QSet<QByteArray> known;
    for (const Baseline &record : own)
        known.insert(withoutId(record));
    Imported found;
    found.import.path = path;
    found.import.badRows = read->badRows;
    found.import.firstBadRows = std::move(read->firstBadRows);
    for (Baseline &record : read->records) {
        const QByteArray text = withoutId(record);
        if (known.contains(text)) {
            ++found.import.known;
            continue;
        }
        known.insert(text);
        found.records.push_back(std::move(record));
    }
    found.import.added = int(found.records.size());
    return found;
}

} // namespace

BaselineLibrary::BaselineLibrary(const QString &ownPath, QObject *parent)
    : QObject(parent)
    , m_file(ownPath)
{
}

BaselineLibrary::~BaselineLibrary() = default;

void BaselineLibrary::fail(const Error &error)
{
    m_problem = error;
    emit failed(error);
}

void BaselineLibrary::load()
{
    if (m_builtIn || m_isLoading)
        return;
    m_isLoading = true;
    const auto work = runInPool([file = m_file] { return Loaded{builtInBaselines(), file.load()}; });
    whenFinished(work, this, [this](const Loaded &loaded) {
        m_isLoading = false;
        if (!loaded.builtIn)
            return fail(loaded.builtIn.error());
        m_builtIn = *loaded.builtIn;
        std::vector<Baseline> own;
        if (loaded.own) {
            own = loaded.own->records;
            if (loaded.own->badRows > 0)
                fail({ErrorKind::Malformed, QStringLiteral("%1: record %2: %3")
                                                .arg(m_file.path())
                                                .arg(loaded.own->firstBadRows.front().row)
                                                .arg(loaded.own->firstBadRows.front().reason)});
        } else if (loaded.own.error().kind != ErrorKind::NotFound) {
            fail(loaded.own.error());
        }
        m_own = std::make_shared<const std::vector<Baseline>>(std::move(own));
        if (m_waiting.empty())
            publish();
        else
            keep(std::exchange(m_waiting, {}));
        for (const QString &path : std::exchange(m_waitingFiles, {}))
            importFrom(path);
    });
}

void BaselineLibrary::setOwn(std::vector<Baseline> own)
{
    m_own = std::make_shared<const std::vector<Baseline>>(std::move(own));
    m_mustSave = true;
    publish();
}

/// One at a time, so that the file always ends as the newest.
void BaselineLibrary::publish()
{
    if (m_isPublishing) {
        m_isOutdated = true;
        return;
    }
    m_isPublishing = true;
    m_isOutdated = false;
    const bool mustSave = std::exchange(m_mustSave, false);
    const auto work = runInPool([builtIn = m_builtIn, own = m_own, file = m_file, mustSave] {
        return Published{std::make_shared<const BaselineSet>(builtIn->with(*own)),
                         mustSave ? file.save(*own) : Result<void>()};
    });
    whenFinished(work, this, [this, mustSave](const Published &published) {
        m_isPublishing = false;
        m_records = published.records;
        if (mustSave && published.saved)
            m_problem.reset();
        if (m_isOutdated)
            publish();
        emit changed();
        if (!published.saved)
            fail(published.saved.error());
    });
}

void BaselineLibrary::importFrom(const QString &path)
{
    if (!m_builtIn) {
        m_waitingFiles.append(path);
        return load();
    }
    const auto work = runInPool([path, own = m_own] { return readFile(path, *own); });
    whenFinished(work, this, [this](const Result<Imported> &read) {
        if (!read) {
            emit failed(read.error());
            return;
        }
        if (!read->records.empty())
            add(read->records);
        emit imported(read->import);
    });
}

void BaselineLibrary::add(const std::vector<Baseline> &records)
{
    std::vector<Baseline> own = *m_own;
    QSet<QString> taken;
    for (const Baseline &record : own)
        taken.insert(record.id);
    for (Baseline record : records) {
        const QString id = record.id;
        for (int number = 2; taken.contains(record.id) || m_builtIn->find(record.id); ++number)
            record.id = QStringLiteral("%1-%2").arg(id).arg(number);
        taken.insert(record.id);
        own.push_back(std::move(record));
    }
    setOwn(std::move(own));
}

void BaselineLibrary::keep(const std::vector<Baseline> &records)
{
    if (!m_builtIn) {
        m_waiting.insert(m_waiting.end(), records.begin(), records.end());
        load();
        return;
    }
    std::vector<Baseline> own = *m_own;
    for (const Baseline &record : records) {
        const auto before =
            std::find_if(own.begin(), own.end(), [&record](const Baseline &old) { return old.id == record.id; });
        if (before == own.end())
            own.push_back(record);
        else
            *before = record;
    }
    setOwn(std::move(own));
}

void BaselineLibrary::remove(const QString &id)
{
    std::vector<Baseline> own = *m_own;
    const auto gone = std::remove_if(own.begin(), own.end(), [&id](const Baseline &record) { return record.id == id; });
    if (gone == own.end())
        return;
    own.erase(gone, own.end());
    setOwn(std::move(own));
}

} // namespace paceline
