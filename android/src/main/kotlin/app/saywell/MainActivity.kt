/** The one activity: shows the page at the top of the stack, and goes between pages. While the vault is shut, the pages before it. */
package app.saywell

import android.app.Activity
import android.app.ActivityManager
import android.content.Context
import android.content.Intent
import android.content.res.Configuration
import android.content.res.Resources
import android.os.Build
import android.os.Bundle
import android.os.LocaleList
import android.view.KeyEvent
import android.view.View
import android.view.WindowManager
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.pack.AddCourseRoute
import app.saywell.pack.handedIn
import app.saywell.ui.Page
import app.saywell.ui.arrive
import app.saywell.vault.Door
import app.saywell.vault.OpeningRoute

class MainActivity : Activity() {
    private val app get() = application as App

    /** The pages of the app. They wait, unseen, while the vault is shut. */
    private val stack by lazy { Stack(app.start) }

    /** The pages in front of a vault that is shut. None of them asks core. */
    private val porch = Stack(OpeningRoute)

    private val isIn get() = app.vault.door.isPassed || stack.top.route == QuietRoute
    private val seen get() = if (isIn) stack else porch
    private var screen: Screen? = null

    /** Out of sight; a page that is turned in the hand is not. */
    private var away = false
    private var escapedAt = 0L

    /** The pages that lie over one another, the one that is seen last. */
    val routes get() = seen.routes

    /** Dark or light, and in the language, as the person wants it, whatever the phone has. */
    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base)
        val look = (base.applicationContext as App).look
        val language = look.language?.let(LocaleList::forLanguageTags)
        // Dates and days of the week are written in it.
        LocaleList.setDefault(language ?: Resources.getSystem().configuration.locales)
        applyOverrideConfiguration(Configuration().apply {
            fontScale = 0f // a fresh one overrides it with 1 below API 26
            look.dark?.let { uiMode = if (it) Configuration.UI_MODE_NIGHT_YES else Configuration.UI_MODE_NIGHT_NO }
            language?.let(::setLocales) // none would turn every page from left to right
        })
    }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        drawBehindBars()
        keepToItself(app.look.screenIsPrivate)
        if (state == null) takeIn(intent) else stack.restore(state)
        app.vault.speak()
        show(moving = false)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        if (takeIn(intent)) show(moving = false)
    }

    /** Another app hands in a file. Its page comes over all others; where the vault is shut it waits, and a quick exit forgets it. */
    private fun takeIn(intent: Intent): Boolean {
        val file = intent.handedIn ?: return false
        if (stack.top.route == QuietRoute) stack.reset(app.start)
        if (stack.top.route == AddCourseRoute) stack.replace(AddCourseRoute) else stack.push(AddCourseRoute)
        stack.top.kept.putString(PICKED, "$file")
        return true
    }

    override fun onSaveInstanceState(state: Bundle) {
        super.onSaveInstanceState(state)
        if (isChangingConfigurations || stack.top.route != QuietRoute) stack.save(state)
    }

    /** Out of sight is locked, where there is a PIN; but a relaxation that runs goes on, with the screen off. */
    override fun onStop() {
        super.onStop()
        if (isChangingConfigurations) return
        away = true
        screen?.outOfSight()
        if (screen?.goesOn != true) lock()
    }

    /** Who comes back after a quick exit sees the app as if just opened. */
    override fun onStart() {
        super.onStart()
        if (away) {
            lock()
            if (seen.top.route == QuietRoute) {
                stack.reset(app.start)
                porch.reset(OpeningRoute)
                show(moving = false)
            }
        }
        away = false
        app.cameBack(::reopen)
    }

    /** The door has opened, or the person goes on without what lies behind it. */
    fun goIn() {
        porch.reset(OpeningRoute)
        show()
        app.cameBack(::reopen)
    }

    /** The page goes, with what was typed on it saved; then the key. */
    private fun lock() {
        if (!locks) return
        leave()
        app.vault.lock()
        show(moving = false)
    }

    private val locks get() = app.vault.hasPin && app.vault.door is Door.Open

    /** Whatever page is left now is out of sight, and the door is shut behind it: nothing of it goes on. */
    val shutsBehind get() = away && locks

    /** What the person picked in the system's own pages stands in what the page keeps, as [PICKED]; the page is built anew. */
    fun pick(intent: Intent) = startActivityForResult(intent, 0)

    @Deprecated("the framework has no other")
    override fun onActivityResult(request: Int, result: Int, data: Intent?) {
        val picked = data?.data?.takeIf { result == RESULT_OK } ?: return
        stack.top.kept.putString(PICKED, "$picked")
        reopen()
    }

    /** Out of sight too a page is built anew: the phone became dark, or speaks another language, or the system needed the room. */
    override fun onDestroy() {
        leave()
        if (shutsBehind) app.vault.lock()
        super.onDestroy()
    }

    fun go(route: Route) {
        seen.push(route)
        show()
    }

    /** As [go], and Back does not return to the page that is left. */
    fun replace(route: Route) {
        seen.replace(route)
        show()
    }

    /** To a place of the bottom bar. Home lies below each of the others. */
    fun tab(route: Route) {
        if (route == stack.top.route) return
        if (route == HomeRoute) stack.reset(HomeRoute) else stack.reset(HomeRoute, route)
        show()
    }

    /** The page asks core again and is built anew. */
    fun reopen() = show(moving = false)

    /** Whatever lay there is gone, and how it looked: the app begins as if just installed. */
    fun beginAnew() {
        stack.reset(app.start)
        recreate()
    }

    /** One page up; from the lowest one out of the app. */
    fun goBack() {
        if (screen?.back() == true) return
        if (seen.top.route == QuietRoute) return finishAndRemoveTask()
        if (seen.atRoot) return finish()
        seen.pop()
        show()
    }

    /** Quick exit: at once, with no question, and with nothing of ours behind the page that comes. All was saved before. */
    fun exit() {
        stack.reset(QuietRoute)
        show(moving = false)
        if (locks) app.vault.lock()
    }

    private fun show(moving: Boolean = true) {
        leave()
        if (shutsBehind) app.vault.lock() // a relaxation came to its end out of sight
        val door = app.vault.door
        if (!door.isPassed && porch.routes.first() != door.page) porch.reset(door.page)
        if (door.isPassed) stack.belongTo(app.vault.space, app.start)
        val next = seen.top.route.screen()
        setContentView(next.layout)
        val page = findViewById<Page>(R.id.page)
        screen = next
        app.seen = next
        next.begin(this, page, seen.top.kept)
        if (moving) page.arrive()
        hearBack()
    }

    private fun leave() {
        screen?.end()
        if (app.seen === screen) app.seen = null
        screen = null
    }

    // Back: below API 33 by the old call, from then on by a callback, which is there only while Back stays in the app, so that the
    // system can show what lies behind it.

    private var callback: OnBackInvokedCallback? = null

    private fun hearBack() {
        if (Build.VERSION.SDK_INT < 33) return
        callback?.let(onBackInvokedDispatcher::unregisterOnBackInvokedCallback)
        callback = null
        if (seen.atRoot && seen.top.route == HomeRoute) return
        callback = OnBackInvokedCallback(::goBack).also {
            onBackInvokedDispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, it)
        }
    }

    @Deprecated("the system's, below API 33")
    @Suppress("DEPRECATION")
    override fun onBackPressed() = goBack()

    /** Escape twice within a second on a keyboard is the quick exit. */
    override fun dispatchKeyEvent(event: KeyEvent): Boolean {
        if (event.action == KeyEvent.ACTION_DOWN && screen?.typed(event) == true) return true
        if (event.keyCode == KeyEvent.KEYCODE_ESCAPE && event.action == KeyEvent.ACTION_DOWN && event.repeatCount == 0) {
            if (event.eventTime - escapedAt < 1000) {
                exit()
                return true
            }
            escapedAt = event.eventTime
        }
        return super.dispatchKeyEvent(event)
    }

    /** No picture of a page in recents or in a screenshot, and no entry in recents, unless the person wants them. */
    fun keepToItself(private: Boolean) {
        val secure = WindowManager.LayoutParams.FLAG_SECURE
        window.setFlags(if (private) secure else 0, secure)
        if (Build.VERSION.SDK_INT >= 33) setRecentsScreenshotEnabled(!private)
        getSystemService(ActivityManager::class.java).appTasks.forEach { it.setExcludeFromRecents(private) }
    }

    /** Android 15 does this by itself; older ones have to be asked. */
    @Suppress("DEPRECATION")
    private fun drawBehindBars() {
        if (Build.VERSION.SDK_INT >= 30) return window.setDecorFitsSystemWindows(false)
        window.decorView.systemUiVisibility = window.decorView.systemUiVisibility or
            View.SYSTEM_UI_FLAG_LAYOUT_STABLE or View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
    }

    companion object {
        const val PICKED = "picked"
    }
}
