package app.saywell

import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.lesson.ChapterRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.lesson.UnitRoute
import app.saywell.settings.WelcomeRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** Going between pages: by touches, Back, the bottom bar, and the quick exit. */
@RunWith(RobolectricTestRunner::class)
class StackTest {
    @Test fun tabsLieOverHomeAndBackNeverLeavesTwice() {
        val hand = Hand(HomeRoute)
        hand.tap("Learn")
        assertEquals(listOf(HomeRoute, ChaptersRoute), hand.routes)
        hand.tap("Talk it through")
        assertTrue(hand.routes.last() is ChapterRoute)
        hand.tap("Rehearse")
        assertEquals(2, hand.routes.size)
        hand.back()
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.back()
        assertTrue(hand.activity.isFinishing)
    }

    /** Before the app was ever seen it begins with its first pages, and never after. */
    @Test fun aFreshPhoneBeginsWithTheFirstPages() {
        phone.look.welcomed = false
        val hand = Hand(phone.start)
        assertEquals(listOf(WelcomeRoute), hand.routes)
        hand.tap(R.id.skip)
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.back()
        assertTrue(hand.activity.isFinishing)
        assertEquals(listOf(HomeRoute), Hand(phone.start).routes)
    }

    @Test fun exitLeavesNothingBehind() {
        val hand = Hand(HomeRoute, ChaptersRoute, UnitRoute("lesson/start-here"))
        hand.tap(R.id.exit)
        assertEquals(listOf(QuietRoute), hand.routes)
        assertFalse(hand.sees("Saywell"))
        hand.leaveAndReturn()
        assertEquals(listOf(HomeRoute), hand.routes)
        hand.tap(R.id.exit)
        hand.back()
        assertTrue(hand.activity.isFinishing)
    }
}
