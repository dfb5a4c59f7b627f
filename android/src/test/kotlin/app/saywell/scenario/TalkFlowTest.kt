/** A talk alone, by touches, on the real course. */
package app.saywell.scenario

import android.provider.Settings
import android.view.View
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.help.HelpCardRoute
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.ui.ChatBubble
import app.saywell.ui.ChoiceRow
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.Side
import java.util.concurrent.TimeUnit

@RunWith(RobolectricTestRunner::class)
class TalkFlowTest {
    @Test fun `from the list to the look back, through turns and deaths`() {
        val hand = Hand(HomeRoute, RehearseRoute)
        hand.tap("A new start")
        hand.turn()
        hand.tap(hand.text(R.string.play_side, "Ari"))
        val run = (hand.routes[2] as TalkRoute).run
        assertEquals(CardRoute(run), hand.routes.last())
        hand.tap(R.id.go)
        assertEquals(listOf(HomeRoute, RehearseRoute, TalkRoute(run)), hand.routes)
        assertEquals("the same run, however often it is opened", Side.A, talk(run).side)
        repeat(60) { if (talk(run).ending == null) hand.sayFirst(run, it) }
        assertTrue(talk(run).ending != null)
        hand.returnFromHelp()
        hand.tap(hand.text(R.string.to_ending))
        assertEquals(DebriefRoute(run), hand.routes.last())
        hand.die()
        val debrief = core { scenario().debrief(run, moment) }
        assertTrue(hand.sees(debrief.ending.text.plain()))
        hand.tap(R.id.finish)
        assertEquals(listOf(HomeRoute, RehearseRoute), hand.routes)
    }

    private fun Hand.sayFirst(run: String, times: Int) {
        returnFromHelp()
        val before = talk(run)
        assertEquals(before.said.size, bubbles().size)
        tap(before.choices.first().say.plain())
        returnFromHelp()
        if (times == 1) turn()
        if (times == 2) die()
        returnFromHelp()
        assertEquals(talk(run).said.size, bubbles().size)
        assertTrue("the line is said once", talk(run).said.size > before.said.size)
    }

    private fun Hand.returnFromHelp() { if (routes.last() is HelpCardRoute) back() }

    private fun Hand.bubbles() = views().filterIsInstance<ChatBubble>()

    @Test fun `back takes one choice back, and from the first line closes the talk`() {
        rehearsed("run", START, pick = first(2))
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run"))
        val own = talk("run").said.indexOfLast { it.own }
        hand.back()
        assertEquals(own, talk("run").said.size)
        assertEquals(own, hand.bubbles().size)
        hand.back()
        assertEquals(0, talk("run").said.count { it.own })
        hand.back()
        assertEquals(listOf(HomeRoute, RehearseRoute), hand.routes)
        assertEquals("nothing is erased", 1, core { scenario().tries("run") }.count { way -> way.said.count { it.own } == 2 })
    }

    @Test fun `the way out is always last, and leaving is a good ending`() {
        rehearsed("run", START, pick = first(1))
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run"))
        assertEquals(hand.text(R.string.pause_or_leave), hand.words(hand.views().filterIsInstance<ChoiceRow>().last()))
        hand.tap(hand.text(R.string.pause_or_leave))
        hand.turn()
        hand.back()
        assertTrue("Back closes the question first", hand.sees(hand.text(R.string.pause_or_leave)))
        hand.tap(hand.text(R.string.pause_or_leave))
        hand.tap(hand.text(R.string.stop_for_now))
        assertEquals(RehearseRoute, hand.routes.last())
        assertNull("its place is kept", talk("run").ending)
        hand.tap(R.id.go)
        hand.tap(hand.text(R.string.pause_or_leave))
        hand.tap(hand.text(R.string.say_and_leave, talk("run").wayOut!!.say.plain()))
        assertEquals("the card that the ending opens", HelpCardRoute(talk("run").ending!!.help!!), hand.routes.last())
        hand.back()
        hand.tap(hand.text(R.string.to_ending))
        assertEquals(hand.text(R.string.ended_left), hand.says(R.id.ending_title))
    }

    private fun Hand.words(row: View) = row.findViewById<android.widget.TextView>(R.id.what).text.toString()

    @Test fun `a card of help opens once where a line calls for it`() {
        rehearsed("run", FRIEND, pick = first(0))
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run"))
        repeat(8) {
            val calls = talk("run").choices.find { "ending my life" in it.say.plain() || "too low to choose" in it.say.plain() }
            if (talk("run").help == null) hand.tap((calls ?: talk("run").choices.first()).say.plain())
        }
        assertEquals(HelpCardRoute("help/low-mood"), hand.routes.last())
        hand.back()
        assertEquals(TalkRoute("run"), hand.routes.last())
        hand.turn()
        assertEquals(TalkRoute("run"), hand.routes.last())
        assertTrue("and its door stays open", hand.sees(hand.text(R.string.help_is_here)))
    }

    @Test fun `the other side waits before it speaks`() {
        rehearsed("run", START, pick = first(1))
        Settings.Global.putFloat(phone.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f)
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run"))
        val before = talk("run").said.size
        hand.tap(talk("run").choices.first().say.plain())
        assertEquals("the person's line only", before + 1, hand.bubbles().size)
        assertFalse("nothing to press meanwhile", hand.views().any { it is ChoiceRow })
        ShadowLooper.idleMainLooper(400, TimeUnit.MILLISECONDS)
        hand.rest()
        assertEquals(talk("run").said.size, hand.bubbles().size)
        assertTrue(talk("run").said.size > before + 1)
        Settings.Global.putFloat(phone.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 0f)
    }

    @Test fun `a gate is answered before the story, and its answer is kept nowhere`() {
        val hand = Hand(HomeRoute, RehearseRoute, ScenarioRoute("scenario/telling-someone")).steady("the answer is kept nowhere")
        val play = hand.text(R.string.play_side, "Noor")
        assertFalse(hand.sees(play))
        hand.tap("Not sure")
        assertTrue(hand.routes.last() is HelpCardRoute)
        hand.back()
        hand.tap("No")
        assertTrue(hand.sees(play))
        hand.turn()
        assertFalse("it is asked again", hand.sees(play))
        hand.tap("No")
        hand.tap(play)
        assertTrue(hand.routes.last() is CardRoute)
    }

    @Test fun `what the story can be is picked before the first line`() {
        val hand = Hand(HomeRoute, RehearseRoute, ScenarioRoute("scenario/long-time-couple"))
        val play = hand.text(R.string.play_side, "Max")
        hand.tap(play)
        assertTrue(hand.routes.last() is ScenarioRoute)
        hand.tap("Both of them")
        hand.die()
        hand.tap(play)
        assertEquals(Side.B, talk((hand.routes[2] as TalkRoute).run).side)
    }

    @Test fun `after a push no page praises`() {
        val end = rehearsed("run", side = Side.B, pick = saying("If you cared"))
        assertTrue(end.ending != null)
        val hand = Hand(HomeRoute, RehearseRoute, DebriefRoute("run"))
        val debrief = core { scenario().debrief("run", moment) }
        assertFalse("this talk has a push in it", debrief.praise)
        for (praise in listOf(R.string.good_agreed, R.string.good_paused, R.string.good_left, R.string.you_listened)) assertFalse(hand.sees(hand.text(praise)))
        assertTrue(hand.sees(hand.text(R.string.own_push)))
    }

    @Test fun `two tries side by side, another way from a line, and on to a try`() {
        twoTries("run")
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run"), TriesRoute("run"))
        assertEquals(2, core { scenario().tries("run") }.size)
        assertTrue(hand.sees(hand.text(R.string.side_by_side)))
        assertTrue(hand.sees(hand.text(R.string.new_way_here, hand.text(R.string.both_tries))))
        val end = hand.rows().last()
        hand.tap(end)
        hand.turn()
        hand.tap(hand.text(R.string.go_to_try, 1))
        assertEquals(listOf(HomeRoute, RehearseRoute, TalkRoute("run")), hand.routes)
        assertTrue(talk("run").ending != null)
        hand.tap(hand.page.findViewById<app.saywell.ui.TopBar>(R.id.top).action)
        hand.tap(hand.rows().first())
        hand.tap(hand.text(R.string.try_from_line, 1))
        assertEquals(0, talk("run").said.count { it.own })
        assertEquals(TalkRoute("run"), hand.routes.last())
        assertEquals("nothing is erased", 2, core { scenario().tries("run") }.size)
    }

    @Test fun `a talk that moved on meanwhile is opened anew`() {
        rehearsed("run", START, pick = first(1))
        val hand = Hand(HomeRoute, RehearseRoute, TalkRoute("run")).steady("who comes back sees where the talk is")
        val stale = talk("run").choices.last().say.plain()
        rehearsed("run", START, pick = first(2))
        hand.tap(stale)
        assertEquals(talk("run").said.size, hand.bubbles().size)
    }
}
