package app.saywell.lesson

import android.view.inputmethod.EditorInfo
import android.widget.EditText
import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.help.HelpCardRoute
import app.saywell.help.TermRoute
import app.saywell.home.HomeRoute
import app.saywell.ui.ListRow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.HitKind
import java.util.concurrent.TimeUnit

/** Search by real touches, on the real course. */
@RunWith(RobolectricTestRunner::class)
class SearchFlowTest {
    @Test fun showsWhatCoreFindsInItsOrder() {
        val hand = Hand(HomeRoute, ChaptersRoute)
        hand.tap(hand.page.findViewById<app.saywell.ui.TopBar>(R.id.top).action)
        assertTrue(hand.sees(hand.activity.getString(R.string.search_hint)))
        hand.search("viral load")
        val hits = core { lesson().search("viral load") }
        assertEquals(hits.map { it.title }, hand.rows.map { it.title.toString() })
        hand.die()
        assertEquals(hits.map { it.title }, hand.rows.map { it.title.toString() })
        hand.tap(hand.rows[hits.indexOfFirst { it.kind == HitKind.TERM }])
        assertEquals(TermRoute("term/viral-load"), hand.routes.last())
        hand.back()
        assertEquals(hits.size, hand.rows.size)
    }

    @Test fun aCardOpensItsUnit() {
        val hand = Hand(HomeRoute, SearchRoute)
        hand.search("sober")
        val hits = core { lesson().search("sober") }
        val card = hits.first { it.kind == HitKind.CARD }
        hand.tap(hand.rows[hits.indexOf(card)])
        assertEquals(UnitRoute(core { lesson().cardPlace(card.id) }.unit), hand.routes.last())
    }

    @Test fun helpIsFoundByItsName() {
        val hand = Hand(HomeRoute, SearchRoute)
        hand.search("pep")
        hand.tap(hand.rows[core { lesson().search("pep") }.indexOfFirst { it.id == "help/pep" }])
        assertEquals(HelpCardRoute("help/pep"), hand.routes.last())
    }

    @Test fun nothingFoundIsSaid() {
        val hand = Hand(HomeRoute, SearchRoute)
        hand.search("zzzz")
        assertTrue(hand.sees(hand.activity.getString(R.string.nothing_found)))
    }
}

class SearchScreensTest : Screens(
    Sight("02-search", HomeRoute, SearchRoute),
    Sight("02-search-found", HomeRoute, SearchRoute, then = { search("sober") }),
    Sight("02-search-nothing", HomeRoute, SearchRoute, then = { search("zzzz") }),
)

private fun Hand.search(words: String) {
    page.findViewById<EditText>(R.id.search_words).onCreateInputConnection(EditorInfo())!!.commitText(words, 1)
    ShadowLooper.idleMainLooper(300, TimeUnit.MILLISECONDS)
    rest()
}

private val Hand.rows get() = views().filterIsInstance<ListRow>()
