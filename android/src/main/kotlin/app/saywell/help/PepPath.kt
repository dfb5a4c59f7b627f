package app.saywell.help

import org.saywell.engine.PepAnswers
import org.saywell.engine.PepContact
import org.saywell.engine.PepTime
import org.saywell.engine.Sure
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId

/** What the PEP helper may ask. */
enum class PepAsk { STATUS, CONTACT, WHEN, HOURS, DAY, PART, FORCED, UNDETECTABLE, PREP, PREGNANT }

/** A part of a day, by the hours on the wall between which it lies. */
enum class DayPart(val from: Int, val to: Int) { NIGHT(0, 6), MORNING(6, 12), AFTERNOON(12, 18), EVENING(18, 24), ANY(0, 24) }

/**
 * The way through the questions, from what was picked so far: in [picks] a row from 0 for each question that was asked, and for
 * [PepAsk.HOURS] the hours; [NONE] where the person went on without an answer. Only what matters is asked. What to do is core's.
 *
 * [began] is the day on which the first question was asked: a midnight that passes meanwhile moves no day that was picked.
 */
class PepPath(private val picks: List<Int>, private val began: LocalDate, private val now: OffsetDateTime, private val zone: ZoneId) {
    /** The questions up to the one that is open, if one is. */
    val asked: List<PepAsk> = way().take(picks.size + 1).toList()

    /** The question that is open; nothing when all is said. */
    val open: PepAsk? get() = asked.getOrNull(picks.size)

    /** How many questions were answered before this one; all of them if it was not asked. */
    fun before(ask: PepAsk) = asked.indexOf(ask).let { if (it < 0) picks.size else it }

    /** The last days, the newest first; before them it is "longer ago". */
    val days: List<LocalDate> get() = (0L..DAYS).map(began::minusDays)

    /** The parts of the day that was picked which have begun. */
    val parts: List<DayPart> get() = DayPart.entries.filter { !earliest(days[picked(PepAsk.DAY)!!], it).isAfter(now) }

    private fun way() = sequence {
        yield(PepAsk.STATUS)
        if (picked(0) == YES) {
            yield(PepAsk.FORCED)
            return@sequence
        }
        yield(PepAsk.CONTACT)
        val contact = picked(1)
        if (contact == TOUCH) {
            yield(PepAsk.FORCED)
            if (picked(2) != YES) return@sequence
        }
        val at = if (contact == TOUCH) 3 else 2
        yield(PepAsk.WHEN)
        var next = at + 1
        if (picked(at) == BY_HOURS) {
            yield(PepAsk.HOURS)
            next++
        }
        if (picked(at) == BY_DAY) {
            yield(PepAsk.DAY)
            next++
            if (picked(at + 1) in 0..DAYS.toInt()) {
                yield(PepAsk.PART)
                next++
            }
        }
        var forced = contact == TOUCH
        if (contact != TOUCH) {
            yield(PepAsk.FORCED)
            forced = picked(next) == YES
        }
        if (contact == SEX && !forced) yield(PepAsk.UNDETECTABLE)
        yield(PepAsk.PREP)
        yield(PepAsk.PREGNANT)
    }

    private fun picked(at: Int) = picks[at]

    /** What was picked there; nothing if it was not asked, or the person went on without an answer. */
    fun picked(ask: PepAsk): Int? = picks.getOrNull(asked.indexOf(ask))?.takeIf { it != NONE }

    private fun yes(ask: PepAsk) = picked(ask) == YES

    /** What the person says. */
    fun answers() = PepAnswers(
        hasHiv = when (picked(PepAsk.STATUS)) { YES -> Sure.YES; NO -> Sure.NO; else -> Sure.NOT_SURE },
        contact = when (picked(PepAsk.CONTACT)) { SEX -> PepContact.SEX; WORKS -> PepContact.WORKS; TOUCH -> PepContact.TOUCH; else -> PepContact.OTHER },
        time = time(),
        forced = yes(PepAsk.FORCED),
        partnerUndetectable = yes(PepAsk.UNDETECTABLE),
        onPrep = yes(PepAsk.PREP),
        pregnant = yes(PepAsk.PREGNANT),
    )

    private fun time(): PepTime {
        picked(PepAsk.HOURS)?.let { return PepTime.AboutHoursAgo(it.toUShort()) }
        val row = picked(PepAsk.DAY) ?: return PepTime.NotSure
        // How much longer ago makes no difference.
        val day = days.getOrNull(row) ?: return latest(days.last(), 0).let { PepTime.Between(it, it) }
        val part = parts.getOrNull(picked(PepAsk.PART) ?: return between(day, DayPart.ANY)) ?: return PepTime.NotSure
        return between(day, part)
    }

    /** The part of the day that is now has not come to its end. */
    private fun between(day: LocalDate, part: DayPart) = PepTime.Between(earliest(day, part), minOf(latest(day, part.to), now))

    /** Where the clock was put back an hour comes twice: its first time, and its second. */
    private fun earliest(day: LocalDate, part: DayPart) = day.atTime(part.from, 0).atZone(zone).withEarlierOffsetAtOverlap().toOffsetDateTime()

    private fun latest(day: LocalDate, hour: Int): OffsetDateTime {
        val at = if (hour == 24) day.plusDays(1).atTime(LocalTime.MIDNIGHT) else day.atTime(hour, 0)
        return at.atZone(zone).withLaterOffsetAtOverlap().toOffsetDateTime()
    }

    companion object {
        /** Went on without an answer. */
        const val NONE = -1

        const val YES = 0
        const val NO = 1

        const val SEX = 0
        const val WORKS = 1
        const val TOUCH = 2

        const val BY_HOURS = 0
        const val BY_DAY = 1

        /** How far back a day can be named. */
        const val DAYS = 4L
    }
}
