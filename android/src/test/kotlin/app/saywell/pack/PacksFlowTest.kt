package app.saywell.pack

import android.content.Intent
import android.net.Uri
import android.os.Bundle
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.journal.NoteRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.phone
import app.saywell.relaxation.RelaxRoute
import app.saywell.settings.SettingsRoute
import app.saywell.settings.WelcomeRoute
import app.saywell.vault.Deletes
import app.saywell.vault.Door
import app.saywell.vault.LockRoute
import app.saywell.vault.Place
import app.saywell.vault.pick
import app.saywell.vault.setPin
import app.saywell.vault.type
import app.saywell.vault.until
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.saywell.engine.PackState
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread

/** Courses from files of other apps: opening one adds nothing, and what is wrong with it is said. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [Deletes::class])
class PacksFlowTest {
    /** The question scrolls into sight. */
    private fun Hand.askToRemove() {
        steady("a question is asked again")
        tap(R.id.other)
        repeat(8) { rest() }
        assertTrue(said(R.string.course_remove_sure))
    }

    private fun Hand.said(id: Int, vararg parts: Any) = sees(phone.getString(id, *parts))

    @Test fun aNewerEditionIsLookedAtAndThenTaken() {
        val hand = looking("edition-2")
        assertEquals(listOf(HomeRoute, AddCourseRoute), hand.routes)
        assertTrue(hand.said(R.string.course_newer, 2, 1))
        assertTrue("Dr. Sam Field, physician" in hand.says(R.id.reviews_words))
        assertTrue(hand.says(R.id.who_words).contains(phone.getString(R.string.course_signed, Signer.NAME)))
        assertTrue(hand.sees("New words about rest.") && hand.sees("Slow breath today"))
        assertEquals(emptyList<Any>(), packs)
        for (again in listOf<Hand.() -> Unit>({ turn() }, { die() }, { leaveAndReturn() })) {
            hand.again()
            hand.untilLooked()
        }
        assertEquals(emptyList<Any>(), packs)
        hand.tap(R.id.act)
        hand.until(R.string.course_added)
        hand.turn()
        assertTrue(hand.said(R.string.course_added))
        assertEquals(2u, packs.single().version)
        assertFalse(phone.vault.transit.exists())
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.activity.go(RelaxRoute)
        hand.rest()
        assertTrue(hand.sees("Slow breath today"))
    }

    @Test fun whoKeepsWhatIsHereHasChangedNothing() {
        val hand = looking("edition-2")
        hand.tap(R.id.other)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertEquals(emptyList<Any>(), packs)
        assertEquals(emptyList<File>(), sealed)
        assertFalse(phone.vault.transit.exists())
    }

    @Test fun anotherCourseIsPickedHandedOnAndRemoved() {
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.tap(R.id.courses)
        assertTrue(hand.said(R.string.courses_none))
        hand.tap(R.id.add)
        val asked = hand.pick(aPack("beside"))
        assertEquals(Intent.ACTION_OPEN_DOCUMENT to "*/*", asked.action to asked.type)
        hand.untilLooked()
        assertTrue(hand.said(R.string.course_beside, 3) && hand.sees("A small course"))
        assertTrue("Dr. Sam Field, physician" in hand.says(R.id.reviews_words))
        hand.tap(R.id.act)
        hand.until(R.string.course_added)
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute, SettingsRoute, CoursesRoute), hand.routes)
        hand.tap("A small course")
        assertTrue(hand.said(R.string.course_shown_more))

        val place = Place()
        val made = hand.pick(place.uri)
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, made.action)
        assertEquals("Course 3.calm", made.getStringExtra(Intent.EXTRA_TITLE))
        hand.until(R.string.course_handed_on)
        assertArrayEquals(Signer.pack("beside"), place.file.readBytes())
        assertFalse(phone.vault.transit.exists())
        hand.turn()
        assertFalse(hand.said(R.string.course_handed_on))

        hand.askToRemove()
        hand.tap(R.id.keep)
        assertFalse(hand.said(R.string.course_remove_sure))
        assertEquals(1, packs.size)
        hand.askToRemove()
        hand.tap(R.id.delete)
        assertTrue(hand.said(R.string.course_removed_more))
        assertEquals(emptyList<Any>(), packs)
        assertEquals(emptyList<File>(), sealed)
        hand.turn()
        hand.tap(R.id.act)
        assertTrue(hand.said(R.string.courses_none))
    }

    @Test fun anAppSharesOneWhileSaywellIsOpen() {
        val hand = Hand(HomeRoute, ChaptersRoute)
        hand.isHanded(shared(aPack("beside")))
        hand.untilLooked()
        // A second one takes the place of the first.
        hand.isHanded(opened(aPack("edition-2")))
        hand.until { hand.said(R.string.course_newer, 2, 1) }
        assertEquals(listOf(HomeRoute, ChaptersRoute, AddCourseRoute), hand.routes)
        hand.back()
        assertEquals(listOf(HomeRoute, ChaptersRoute), hand.routes)
    }

    @Test fun whatWasTypedIsSavedBeforeItComes() {
        val note = java.util.UUID.randomUUID().toString()
        val hand = Hand(HomeRoute, NoteRoute(note))
        hand.page.findViewById<android.widget.EditText>(R.id.note).setText("half a sent")
        hand.isHanded(opened(aPack("edition-2")))
        hand.untilLooked()
        assertEquals("half a sent", core { journal().notes(null, 5u) }.single().text)
    }

    /** Nothing is read before the PIN. */
    @Test fun itWaitsBehindTheLock() {
        setPin("271828")
        phone.forget()
        var read = false
        val place = Place().apply { gives { read = true; Signer.pack("edition-2").inputStream() } }
        val hand = Hand(with = opened(place.uri))
        assertEquals(listOf(LockRoute), hand.routes)
        hand.leaveAndReturn()
        hand.die()
        assertEquals(listOf(LockRoute), hand.routes)
        assertFalse(read)
        hand.type("271828")
        hand.untilLooked()
        assertEquals(listOf(HomeRoute, AddCourseRoute), hand.routes)
        hand.leaveAndReturn()
        assertEquals(listOf(LockRoute), hand.routes)
        assertFalse(phone.vault.transit.exists())
    }

    @Test fun aQuickExitForgetsIt() {
        val hand = looking("edition-2")
        hand.tap(R.id.exit)
        assertEquals(listOf(QuietRoute), hand.routes)
        hand.turn()
        assertEquals(listOf(QuietRoute), hand.routes)
        assertFalse(phone.vault.transit.exists())
        hand.leaveAndReturn()
        assertEquals(listOf(HomeRoute), hand.routes)
        // A file that is opened then has the app begin again, and not the page of the exit behind it.
        hand.tap(R.id.exit)
        hand.isHanded(opened(aPack("edition-2")))
        hand.untilLooked()
        assertEquals(listOf(HomeRoute, AddCourseRoute), hand.routes)
    }

    @Test fun onAPhoneWhereTheAppIsNew() {
        phone.look.welcomed = false
        val hand = looking("edition-2")
        assertEquals(listOf(WelcomeRoute, AddCourseRoute), hand.routes)
        hand.back()
        assertEquals(listOf(WelcomeRoute), hand.routes)
    }

    /** Recents show again what was opened long ago; and other apps may send anything. */
    @Test fun whatIsNoFileToOpenOpensNothing() {
        val uri = aPack("edition-2")
        val odd = listOf(
            opened(uri).addFlags(Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY),
            Intent(Intent.ACTION_VIEW),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, "a text"),
            Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, Bundle()),
            Intent(Intent.ACTION_EDIT).setData(uri),
        )
        for (intent in odd) {
            val hand = Hand(with = intent)
            assertEquals(listOf(HomeRoute), hand.routes)
            hand.isHanded(intent)
            assertEquals(listOf(HomeRoute), hand.routes)
            hand.close()
        }
    }

    @Test fun whatIsNotTakenIsSaid() {
        add("edition-3")
        val good = Signer.content("beside")
        fun changed(from: String, to: String) = String(good, Charsets.ISO_8859_1).also { check(from in it) }.replaceFirst(from, to).toByteArray(Charsets.ISO_8859_1)
        val pack = Signer.sign(good)
        val cases = listOf(
            "a letter to a friend".padEnd(400).toByteArray() to R.string.course_no_course,
            pack.copyOf(pack.size - 1) to R.string.course_cut,
            ByteArray(0) to R.string.course_no_course,
            pack.clone().also { it[pack.size / 2] = (it[pack.size / 2] + 1).toByte() } to R.string.course_changed,
            pack.plus(0) to R.string.course_changed,
            pack.clone().also { it[147] = 0x7f } to R.string.course_too_large,
            ByteArray(21_000_001) to R.string.course_too_large,
            Signer.sign(good, key = "somebody".toByteArray()) to R.string.course_unknown,
            Signer.sign(changed("\"min_app_schema\":1", "\"min_app_schema\":9")) to R.string.course_newer_app,
            Signer.sign(changed("\"title\":\"A small course\"", "\"title\":\"              \"")) to R.string.course_malformed,
            Signer.pack("taken") to R.string.course_taken,
            Signer.pack("edition-2") to R.string.course_older,
        )
        val hand = Hand(HomeRoute, CoursesRoute, AddCourseRoute)
        for ((bytes, words) in cases) {
            hand.pick(aFile(bytes))
            hand.until(words)
            assertEquals(Door.Open, phone.vault.door)
        }
        assertTrue(hand.said(R.string.course_older_more, 3))
        hand.turn()
        hand.until(R.string.course_older)
        hand.pick(aPack("edition-3"))
        hand.until { hand.said(R.string.course_same, 3) }
        assertEquals(3u, packs.single().version)
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute, CoursesRoute), hand.routes)
    }

    /** Another app is never to be trusted: endless, gone, falling, hanging, or a path into our own files. */
    @Test fun aHostilePlaceHarmsNothing() {
        val hand = Hand(HomeRoute)
        var taken = 0L
        val endless = object : InputStream() {
            override fun read() = 0
            override fun read(bytes: ByteArray, from: Int, length: Int) = length.also { taken += it }
        }
        hand.isHanded(opened(Place().apply { gives { endless } }.uri))
        hand.until(R.string.course_too_large)
        assertTrue("$taken", taken < 22_000_000)
        for (fault in listOf(SecurityException(), IllegalStateException(), IOException(), NullPointerException())) {
            hand.isHanded(opened(Place().apply { gives { throw fault } }.uri))
            hand.until(R.string.course_unread)
            hand.isHanded(opened(Place().apply { gives { object : InputStream() { override fun read() = throw fault } } }.uri))
            hand.until(R.string.course_unread)
        }
        val file = File.createTempFile("pack", null).apply { writeBytes(Signer.pack("edition-2")) }
        for (uri in listOf(Uri.fromFile(file), Uri.parse(file.path), Uri.parse("android.resource://app.saywell/xml/locales"))) {
            hand.isHanded(shared(uri))
            hand.until(R.string.course_unread)
        }
        val never = CountDownLatch(1)
        hand.isHanded(opened(Place().apply { gives { never.await(); Signer.pack("edition-2").inputStream() } }.uri))
        assertTrue(hand.said(R.string.course_reading))
        hand.isHanded(opened(aPack("beside")))
        hand.untilLooked()
        never.countDown()
        hand.rest()
        assertTrue(hand.sees("A small course"))
        assertEquals(emptyList<Any>(), packs)
    }

    /** A place that gives other bytes the second time: what is added is what was seen. */
    @Test fun whatIsAddedIsWhatWasSeen() {
        var times = 0
        val place = Place().apply { gives { Signer.pack(if (times++ == 0) "edition-2" else "beside").inputStream() } }
        val hand = Hand(with = opened(place.uri)).steady("what is fetched again is looked at again")
        hand.untilLooked()
        assertTrue(hand.said(R.string.course_newer, 2, 1))
        hand.tap(R.id.act)
        hand.until(R.string.course_added)
        assertEquals("pack/saywell", packs.single().id)
    }

    @Test fun aPlaceWithNoRoomToHandOn() {
        add("beside")
        val hand = Hand(HomeRoute, CoursesRoute, CourseRoute(packs.single().id))
        hand.pick(Place().apply { takes { File("/dev/full").outputStream() } }.uri)
        hand.until(R.string.course_no_room)
        val place = Place().apply { takes { throw SecurityException() } }
        hand.pick(place.uri)
        hand.until(R.string.course_not_saved)
        hand.pick(Place().uri)
        hand.until(R.string.course_handed_on)
    }

    /** Leaving on the way, or a turn: part of it may be there, and the page says so. */
    @Test fun aTurnWhileItIsHandedOn() {
        add("beside")
        val (writes, goesOn) = CountDownLatch(1) to CountDownLatch(1)
        val place = Place()
        place.takes {
            object : java.io.FilterOutputStream(place.file.outputStream()) {
                override fun write(bytes: ByteArray, from: Int, length: Int) {
                    writes.countDown()
                    goesOn.await()
                    throw IOException("it was cut")
                }
            }
        }
        val hand = Hand(HomeRoute, CoursesRoute, CourseRoute(packs.single().id))
        hand.pick(place.uri)
        hand.until { writes.count == 0L }
        hand.turn()
        assertTrue(hand.said(R.string.course_not_saved))
        goesOn.countDown()
        hand.until { !place.file.exists() }
    }

    @Test fun aLostFileIsToldAndComesBack() {
        add("beside")
        val id = packs.single().id
        loseFile()
        val hand = Hand(HomeRoute, ChaptersRoute)
        assertTrue(packs.single().state is PackState.Missing || packs.single().state is PackState.Unreadable)
        hand.tap(R.id.lost)
        assertEquals(CoursesRoute, hand.routes.last())
        hand.tap(phone.getString(R.string.course_nameless))
        assertEquals(CourseRoute(id), hand.routes.last())
        // It cannot be handed on; it can be added again.
        hand.tap(R.id.act)
        hand.pick(aPack("beside"))
        hand.untilLooked()
        hand.tap(R.id.act)
        hand.until(R.string.course_added)
        hand.tap(R.id.act)
        assertTrue(hand.said(R.string.course_shown_more))
        hand.back()
        hand.back()
        assertFalse(hand.views().any { it.id == R.id.lost })
    }

    @Test fun withoutAVaultNothingIsAdded() {
        core { lesson().outline() }
        phone.forget()
        phone.secret.bytes = null
        val hand = Hand(with = opened(aPack("edition-2")))
        hand.tap(R.id.go_without)
        assertTrue(hand.said(R.string.course_nothing_open_more))
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute), hand.routes)
    }
}
