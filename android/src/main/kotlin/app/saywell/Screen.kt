package app.saywell

import android.content.Context
import android.os.Bundle
import android.view.KeyEvent
import android.view.View
import app.saywell.ui.BottomTabs
import app.saywell.ui.Page
import app.saywell.ui.TopBar
import app.saywell.vault.Door
import org.saywell.engine.Saywell
import org.saywell.engine.SaywellException
import java.time.OffsetDateTime

/**
 * A page: a layout, and what fills it. It lives as long as its page is seen; a rotation makes a new one. It holds the last record that
 * core gave and nothing that is not in core, but for what the person is just choosing or typing, which goes into [kept].
 *
 * The layout's root is a [Page]. Its TopBar and BottomTabs work by themselves. Until the first answer the page shows its
 * frame only.
 */
abstract class Screen(val layout: Int) {
    lateinit var page: Page
        private set
    protected lateinit var activity: MainActivity
        private set

    /** What this page keeps through rotation, death of the process, and pages that lie over it. Small, and never a secret. */
    protected lateinit var kept: Bundle
        private set

    /** Nothing more is shown on it. */
    protected var isLeft = false
        private set

    /** It is left only to be built anew, by a rotation or where the system needed the room: with all that it [kept]. */
    protected val comesBack get() = activity.isDestroyed && !activity.isFinishing

    protected val context: Context get() = page.context
    protected val app get() = activity.application as App

    /** Called once, on a page that was just inflated: set the listeners and ask core for the record. */
    abstract fun open()

    /** Back was pressed. True if this page needed it for something of its own, such as closing a card. */
    open fun back() = false

    /** A key was pressed on a keyboard. True if this page has taken it. */
    open fun typed(event: KeyEvent) = false

    /** Out of sight this page goes on, and what it says to core must still arrive: the vault is locked when it comes back. */
    open val goesOn get() = false

    /** The app goes out of sight, and the page stays: stop what others could hear. */
    open fun outOfSight() {}

    /** The page is left: stop sound, speech and timers, and send what is not saved. No answer reaches it any more. */
    open fun close() {}

    /** The moment, for verbs that need one. */
    protected fun now(): OffsetDateTime = OffsetDateTime.now(app.clock)

    protected fun <T> ask(verb: Saywell.() -> T) = Asked(verb)

    /**
     * A call of core: `ask { lesson().outline() } show { … }`. The verb runs on the one executor, the answer comes back on the main
     * thread, in order, and is dropped if the page was left meanwhile. Touches below the top bar wait until it is there.
     */
    protected inner class Asked<T>(private val verb: Saywell.() -> T) {
        infix fun show(answer: (T) -> Unit) {
            if (isLeft) return
            page.waits()
            app.vault.ask(verb) { result ->
                if (isLeft) return@ask
                result.onSuccess { page.answered(); answer(it) }.onFailure { refused(it) { show(answer) } }
            }
        }
    }

    /**
     * Saves and asks for no answer, for a page that may be left: the verb runs in any case, and [saved] is called when it did. A failure is
     * shown on the page that is seen then.
     */
    protected fun tell(saved: () -> Unit = {}, verb: Saywell.() -> Unit) {
        app.vault.ask(verb) { result ->
            result.onSuccess { saved(); app.seen?.page?.saved() }.onFailure { (if (isLeft) app.seen else this)?.notSaved(it) { tell(saved, verb) } }
        }
    }

    /** Something, maybe of another page, was not saved. A page that others may see does not say it. */
    protected open fun notSaved(why: Throwable, again: () -> Unit) {
        refused(why, again)
        page.notSaved()
    }

    /** Core refused. A page that has something better to say than [Page.problem] says it here. */
    protected open fun refused(why: Throwable, again: () -> Unit) {
        if (why is SaywellException.OutOfDate) return activity.reopen()
        if (why is SaywellException.Damaged) app.vault.stick(why)
        if (!app.vault.door.isPassed) return activity.reopen()
        page.problem(why, again) { activity.goBack() }
    }

    protected fun go(route: Route) = activity.go(route)

    protected fun <V : View> find(id: Int): V = page.findViewById(id)

    protected fun text(id: Int, vararg parts: Any): String = context.getString(id, *parts)

    protected fun count(id: Int, n: Int, vararg parts: Any): String = context.resources.getQuantityString(id, n, *parts)

    /** Only the activity begins and ends a screen. */
    fun begin(activity: MainActivity, page: Page, kept: Bundle) {
        this.activity = activity
        this.page = page
        this.kept = kept
        page.findViewById<TopBar>(R.id.top)?.run {
            lead.setOnClickListener { activity.goBack() }
            exit.setOnClickListener { activity.exit() }
        }
        page.findViewById<BottomTabs>(R.id.tabs)?.onPick = activity::tab
        if (app.vault.door is Door.Without && page.findViewById<TopBar>(R.id.top) != null) page.addNothingIsKept {
            app.vault.lock()
            activity.reopen()
        }
        open()
    }

    fun end() {
        close()
        isLeft = true
    }
}
