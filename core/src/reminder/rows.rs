//! Rules, settings and what was shown, as rows.

use super::plan::Shown;
use super::rule::{ClockTime, QuietHours, ReminderRule, ReminderSettings, Weekdays, Wording};
use crate::{Result, moment};
use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params, params};

/// In the order in which they were added.
pub(super) fn rules(connection: &Connection) -> Result<Vec<ReminderRule>> {
    let mut query =
        connection.prepare_cached("SELECT id, weekdays, minute, is_on, listed, own FROM reminder_rule ORDER BY seq")?;
    Ok(query.query_map([], rule)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds the rule, or changes the one with its id.
pub(super) fn save_rule(tx: &Transaction, rule: &ReminderRule) -> Result<()> {
    let (listed, own) = match &rule.wording {
        Wording::Listed(id) => (Some(id), None),
        Wording::Own(text) => (None, Some(text)),
    };
    tx.prepare_cached(
        "INSERT INTO reminder_rule (id, weekdays, minute, is_on, listed, own)
         VALUES (:id, :weekdays, :minute, :is_on, :listed, :own)
         ON CONFLICT (id) DO UPDATE SET
             weekdays = excluded.weekdays, minute = excluded.minute, is_on = excluded.is_on,
             listed = excluded.listed, own = excluded.own",
    )?
    .execute(named_params! {
        ":id": rule.id,
        ":weekdays": rule.weekdays,
        ":minute": rule.time,
        ":is_on": rule.on,
        ":listed": listed,
        ":own": own,
    })?;
    Ok(())
}

/// Whether there was such a rule.
pub(super) fn switch(tx: &Transaction, id: &str, on: bool) -> Result<bool> {
    Ok(tx.prepare_cached("UPDATE reminder_rule SET is_on = ?2 WHERE id = ?1")?.execute(params![id, on])? > 0)
}

/// Whether there was such a rule.
pub(super) fn delete(tx: &Transaction, id: &str) -> Result<bool> {
    Ok(tx.prepare_cached("DELETE FROM reminder_rule WHERE id = ?1")?.execute([id])? > 0)
}

pub(super) fn settings(connection: &Connection) -> Result<ReminderSettings> {
    let mut query =
        connection.prepare_cached("SELECT quiet_from, quiet_to, skip_practised, most_a_day FROM reminder_settings")?;
    Ok(query.query_row([], |row| {
        let from: Option<ClockTime> = row.get("quiet_from")?;
        let to: Option<ClockTime> = row.get("quiet_to")?;
        let quiet = from.zip(to).and_then(|(from, to)| QuietHours::new(from, to).ok());
        Ok(ReminderSettings { quiet, skip_practised: row.get("skip_practised")?, most_a_day: row.get("most_a_day")? })
    })?)
}

pub(super) fn save_settings(tx: &Transaction, settings: ReminderSettings) -> Result<()> {
    tx.prepare_cached(
        "UPDATE reminder_settings SET quiet_from = ?1, quiet_to = ?2, skip_practised = ?3, most_a_day = ?4",
    )?
    .execute(params![
        settings.quiet.map(QuietHours::from),
        settings.quiet.map(QuietHours::to),
        settings.skip_practised,
        settings.most_a_day,
    ])?;
    Ok(())
}

/// Notes that this rule's reminder of this date was on the screen; once.
pub(super) fn show(tx: &Transaction, rule: &str, day: NaiveDate) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO reminder_shown (rule, day, answered, again_shown) VALUES (?1, ?2, 0, 0) ON CONFLICT DO NOTHING",
    )?
    .execute(params![rule, moment::day_number(day)])?;
    Ok(())
}

/// Notes that it was there a second time, after the person had put it off.
pub(super) fn show_again(tx: &Transaction, rule: &str, day: NaiveDate) -> Result<()> {
    tx.prepare_cached(
        "UPDATE reminder_shown SET again_shown = 1 WHERE rule = ?1 AND day = ?2 AND again_minute IS NOT NULL",
    )?
    .execute(params![rule, moment::day_number(day)])?;
    Ok(())
}

/// The time to which it was put off, if it was, and whether it was shown then.
pub(super) fn put_off_to(tx: &Transaction, rule: &str, day: NaiveDate) -> Result<Option<(ClockTime, bool)>> {
    let mut query = tx.prepare_cached(
        "SELECT again_minute, again_shown FROM reminder_shown WHERE rule = ?1 AND day = ?2 AND again_minute IS NOT NULL",
    )?;
    let found = query.query_row(params![rule, moment::day_number(day)], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

pub(super) fn put_off(tx: &Transaction, rule: &str, day: NaiveDate, to: ClockTime) -> Result<()> {
    tx.prepare_cached("UPDATE reminder_shown SET again_minute = ?3 WHERE rule = ?1 AND day = ?2")?.execute(params![
        rule,
        moment::day_number(day),
        to
    ])?;
    Ok(())
}

/// What was shown on the dates from one to another, both included, in the order of showing.
pub(super) fn shown(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Shown>> {
    let mut query = connection.prepare_cached(
        "SELECT rule, day, iif(again_shown, NULL, again_minute) AS again FROM reminder_shown
         WHERE day BETWEEN ?1 AND ?2 ORDER BY seq",
    )?;
    let shown = |row: &Row| {
        let day = moment::day_of_number(row.get("day")?);
        Ok(Shown { rule: row.get("rule")?, day, again: row.get("again")? })
    };
    let days = params![moment::day_number(from), moment::day_number(to)];
    Ok(query.query_map(days, shown)?.collect::<rusqlite::Result<_>>()?)
}

/// The date of the reminder that was shown last, in the order of showing.
pub(super) fn last_shown(connection: &Connection) -> Result<Option<NaiveDate>> {
    let mut query = connection.prepare_cached("SELECT day FROM reminder_shown ORDER BY seq DESC LIMIT 1")?;
    Ok(query.query_row([], |row| row.get(0)).optional()?.map(moment::day_of_number))
}

/// How many were shown since the person was here last.
pub(super) fn ignored(connection: &Connection) -> Result<u32> {
    let mut query = connection.prepare_cached("SELECT count(*) FROM reminder_shown WHERE answered = 0")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

/// The person is here.
pub(super) fn answer(tx: &Transaction) -> Result<()> {
    tx.prepare_cached("UPDATE reminder_shown SET answered = 1 WHERE answered = 0")?.execute([])?;
    Ok(())
}

fn rule(row: &Row) -> rusqlite::Result<ReminderRule> {
    let listed: Option<String> = row.get("listed")?;
    let own: Option<String> = row.get("own")?;
    Ok(ReminderRule {
        id: row.get("id")?,
        weekdays: row.get("weekdays")?,
        time: row.get("minute")?,
        on: row.get("is_on")?,
        wording: own.map_or_else(|| Wording::Listed(listed.unwrap_or_default()), Wording::Own),
    })
}

impl ToSql for ClockTime {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.minutes().into())
    }
}

impl FromSql for ClockTime {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_minutes(u16::column_result(value)?).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for Weekdays {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.bits().into())
    }
}

impl FromSql for Weekdays {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(u8::column_result(value)?).map_err(|_| FromSqlError::InvalidType)
    }
}
