package app.saywell.help

import app.saywell.help.PepAsk.CONTACT
import app.saywell.help.PepAsk.DAY
import app.saywell.help.PepAsk.FORCED
import app.saywell.help.PepAsk.HOURS
import app.saywell.help.PepAsk.PART
import app.saywell.help.PepAsk.PREGNANT
import app.saywell.help.PepAsk.PREP
import app.saywell.help.PepAsk.STATUS
import app.saywell.help.PepAsk.UNDETECTABLE
import app.saywell.help.PepAsk.WHEN
import app.saywell.help.PepPath.Companion.NONE
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.saywell.engine.PepContact
import org.saywell.engine.PepTime
import org.saywell.engine.Sure
import java.time.OffsetDateTime
import java.time.ZoneId

/** Which question follows which answer, and what the answers say in the end. Rows are counted from 0. */
class PepPathTest {
    private val now = OffsetDateTime.parse("2026-11-23T19:10:00+01:00")

    private fun path(vararg picks: Int, at: OffsetDateTime = now, zone: String = "Europe/Berlin") =
        PepPath(picks.toList(), at.toLocalDate(), at, ZoneId.of(zone))

    /** What is asked when these rows are picked, one after the other, and that all is said then. */
    private fun asked(vararg picks: Int): List<PepAsk> {
        val open = picks.indices.map { path(*picks.copyOf(it)).open!! }
        assertNull(path(*picks).open)
        return open
    }

    @Test fun onlyWhatMattersIsAsked() {
        assertEquals(listOf(STATUS, FORCED), asked(0, 1))
        assertEquals(listOf(STATUS, CONTACT, FORCED), asked(1, 2, 1))
        assertEquals(listOf(STATUS, CONTACT, FORCED, WHEN, PREP, PREGNANT), asked(1, 2, 0, NONE, 1, 1))
        assertEquals(listOf(STATUS, CONTACT, WHEN, HOURS, FORCED, UNDETECTABLE, PREP, PREGNANT), asked(1, 0, 0, 5, 1, 1, 1, 1))
        assertEquals(listOf(STATUS, CONTACT, WHEN, DAY, PART, FORCED, PREP, PREGNANT), asked(2, 0, 1, 1, 2, 0, 1, 1))
        assertEquals(listOf(STATUS, CONTACT, WHEN, DAY, FORCED, PREP, PREGNANT), asked(1, 1, 1, 5, 1, 1, 1))
        assertEquals(listOf(STATUS, CONTACT, WHEN, DAY, FORCED, PREP, PREGNANT), asked(1, 3, 1, NONE, 1, 1, 1))
    }

    @Test fun saysWhatWasPicked() {
        val said = path(1, 0, 0, 5, 1, 0, 0, NONE).answers()
        assertEquals(Sure.NO, said.hasHiv)
        assertEquals(PepContact.SEX, said.contact)
        assertEquals(PepTime.AboutHoursAgo(5u), said.time)
        assertEquals(listOf(false, true, true, false), listOf(said.forced, said.partnerUndetectable, said.onPrep, said.pregnant))
        assertEquals(Sure.YES, path(0, 0).answers().hasHiv)
        assertEquals(true, path(0, 0).answers().forced)
        assertEquals(Sure.NOT_SURE, path(2, 3, NONE, 1, 1, 1).answers().hasHiv)
        assertEquals(PepContact.OTHER, path(2, 3, NONE, 1, 1, 1).answers().contact)
        assertEquals(PepTime.NotSure, path(2, 3, NONE, 1, 1, 1).answers().time)
        assertEquals(PepTime.NotSure, path(1, 0, 0, NONE, 1, 1, 1, 1).answers().time)
    }

    @Test fun aPartOfADayReachesFromItsBeginToItsEndOrToNow() {
        assertEquals(between("2026-11-22T12:00+01:00", "2026-11-22T18:00+01:00"), path(1, 1, 1, 1, 2).answers().time)
        assertEquals(between("2026-11-23T18:00+01:00", "2026-11-23T19:10+01:00"), path(1, 1, 1, 0, 3).answers().time)
        assertEquals(between("2026-11-22T00:00+01:00", "2026-11-23T00:00+01:00"), path(1, 1, 1, 1, NONE).answers().time)
        assertEquals(between("2026-11-19T00:00+01:00", "2026-11-19T00:00+01:00"), path(1, 1, 1, 5).answers().time)
    }

    /** A part of today that is still to come can not be picked. */
    @Test fun onlyPartsThatHaveBegun() {
        val morning = OffsetDateTime.parse("2026-11-23T07:00:00+01:00")
        assertEquals(listOf(DayPart.NIGHT, DayPart.MORNING, DayPart.ANY), path(1, 1, 1, 0, at = morning).parts)
        assertEquals(DayPart.entries, path(1, 1, 1, 1, at = morning).parts)
        assertEquals(between("2026-11-23T00:00+01:00", "2026-11-23T07:00+01:00"), path(1, 1, 1, 0, 2, at = morning).answers().time)
    }

    /** The night in which the clock went back has one hour more: from the first midnight to the last 6 o'clock. */
    @Test fun theClockThatWentBack() {
        val after = OffsetDateTime.parse("2026-10-26T10:00:00+01:00")
        assertEquals(between("2026-10-25T00:00+02:00", "2026-10-25T06:00+01:00"), path(1, 1, 1, 1, 0, at = after).answers().time)
    }

    private fun between(from: String, to: String) = PepTime.Between(OffsetDateTime.parse(from), OffsetDateTime.parse(to))
}
