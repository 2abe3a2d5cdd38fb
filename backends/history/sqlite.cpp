// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/sqlite.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace paceline {

namespace {

ErrorKind kindOf(int code, int systemError)
{
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
        return ErrorKind::DiskFull;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorKind::PermissionDenied;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return ErrorKind::Malformed;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::TimedOut;
    default:
        return ErrorKind::Internal;
    }
}

} // namespace

bool Sqlite::Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
qint64 Sqlite::Row::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}
std::optional<qint64> Sqlite::Row::maybeNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}
std::optional<double> Sqlite::Row::maybeReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(sqlite3_column_double(m_statement, column));
}
QString Sqlite::Row::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}
QByteArrayView Sqlite::Row::bytes(int column) const
{
    const void *blob = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(blob), sqlite3_column_bytes(m_statement, column)};
}

void Sqlite::Deleter::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}
void Sqlite::Deleter::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Sqlite::Sqlite(sqlite3 *handle)
    : m_handle(handle)
{
}
Sqlite::Sqlite(Sqlite &&) noexcept = default;
Sqlite &Sqlite::operator=(Sqlite &&) noexcept = default;
Sqlite::~Sqlite() = default;

Result<Sqlite> Sqlite::open(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    Sqlite database(handle);
    if (code != SQLITE_OK)
        return tl::unexpected(handle ? database.error(code) : Error{ErrorKind::Internal, path});
    sqlite3_busy_timeout(handle, kBusyMs);
    return database;
}

Error Sqlite::error(int code) const
{
    const int known = sqlite3_system_errno(m_handle.get());
    const int systemError = known != 0 ? known : errno;
    QString detail = QString::fromUtf8(sqlite3_errmsg(m_handle.get()));
    if ((code & 0xff) == SQLITE_IOERR && systemError != 0)
        detail += QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(systemError));
    return {kindOf(code, (code & 0xff) == SQLITE_IOERR ? systemError : 0), detail};
}

Result<void> Sqlite::script(const QByteArray &sql)
{
    errno = 0;
    const int code = sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(error(code));
    return {};
}

Result<sqlite3_stmt *> Sqlite::prepared(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        sqlite3_stmt *made = nullptr;
        const int code = sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        if (code != SQLITE_OK)
            return tl::unexpected(error(code));
        statement.reset(made);
    }
    return statement.get();
}

Result<void> Sqlite::finish(sqlite3_stmt *statement, const std::function<void(const Row &)> &each)
{
    int code = SQLITE_ROW;
    errno = 0; // SQLite forgets it where a page was written early
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        each(Row(statement));
    Result<void> result;
    if (code != SQLITE_DONE)
        result = tl::unexpected(error(code));
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return result;
}

void Sqlite::bindNumber(sqlite3_stmt *statement, int index, qint64 value)
{
    sqlite3_bind_int64(statement, index, value);
}
void Sqlite::bind(sqlite3_stmt *statement, int index, double value)
{
    sqlite3_bind_double(statement, index, value);
}
void Sqlite::bind(sqlite3_stmt *statement, int index, const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    sqlite3_bind_text(statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}
/// value outlives the statement's run.
void Sqlite::bind(sqlite3_stmt *statement, int index, const QByteArray &value)
{
    sqlite3_bind_blob64(statement, index, value.isEmpty() ? "" : value.constData(), quint64(value.size()),
                        SQLITE_STATIC);
}
void Sqlite::bindNull(sqlite3_stmt *statement, int index)
{
    sqlite3_bind_null(statement, index);
}

qint64 Sqlite::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}
qint64 Sqlite::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

Result<SqliteTransaction> SqliteTransaction::begin(Sqlite &database, Kind kind)
{
    if (auto begun = database.script(kind == Kind::Read ? "BEGIN" : "BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return SqliteTransaction(database);
}
SqliteTransaction::SqliteTransaction(SqliteTransaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}
SqliteTransaction::~SqliteTransaction()
{
    if (m_database)
        (void)m_database->script("ROLLBACK");
}
Result<void> SqliteTransaction::commit()
{
    const Result<void> done = m_database->script("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace paceline
