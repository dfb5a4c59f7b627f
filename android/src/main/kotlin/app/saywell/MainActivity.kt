/** The one activity: shows the page at the top of the stack, and goes between pages. */
package app.saywell

import android.app.Activity
import android.app.ActivityManager
import android.os.Build
import android.os.Bundle
import android.view.KeyEvent
import android.view.View
import android.view.WindowManager
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher
import app.saywell.exit.QuietRoute
import app.saywell.home.HomeRoute
import app.saywell.ui.Page
import app.saywell.ui.arrive

class MainActivity : Activity() {
    private val stack = Stack(HomeRoute)
    private var screen: Screen? = null
    private var away = false
    private var escapedAt = 0L

    /** The pages that lie over one another, the one that is seen last. */
    val routes get() = stack.routes

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        drawBehindBars()
        keepToItself((application as App).look.screenIsPrivate)
        state?.let(stack::restore)
        show(moving = false)
    }

    override fun onSaveInstanceState(state: Bundle) {
        super.onSaveInstanceState(state)
        if (isChangingConfigurations || stack.top.route != QuietRoute) stack.save(state)
    }

    override fun onStop() {
        super.onStop()
        away = true
    }

    /** Who comes back after a quick exit sees the app as if just opened. */
    override fun onStart() {
        super.onStart()
        if (away && stack.top.route == QuietRoute) {
            stack.reset(HomeRoute)
            show(moving = false)
        }
        away = false
    }

    override fun onDestroy() {
        screen?.end()
        super.onDestroy()
    }

    fun go(route: Route) {
        stack.push(route)
        show()
    }

    /** As [go], and Back does not return to the page that is left. */
    fun replace(route: Route) {
        stack.replace(route)
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

    /** One page up; from the lowest one out of the app. */
    fun goBack() {
        if (screen?.back() == true) return
        if (stack.top.route == QuietRoute) return finishAndRemoveTask()
        if (stack.atRoot) return finish()
        stack.pop()
        show()
    }

    /** Quick exit: at once, with no question, and with nothing of ours behind the page that comes. All was saved before. */
    fun exit() {
        stack.reset(QuietRoute)
        show(moving = false)
    }

    private fun show(moving: Boolean = true) {
        screen?.end()
        val next = stack.top.route.screen()
        setContentView(next.layout)
        val page = findViewById<Page>(R.id.page)
        screen = next
        next.begin(this, page, stack.top.kept)
        if (moving) page.arrive()
        hearBack()
    }

    // Back: below API 33 by the old call, from then on by a callback, which is there only while Back stays in the app, so that the
    // system can show what lies behind it.

    private var callback: OnBackInvokedCallback? = null

    private fun hearBack() {
        if (Build.VERSION.SDK_INT < 33) return
        callback?.let(onBackInvokedDispatcher::unregisterOnBackInvokedCallback)
        callback = null
        if (stack.atRoot && stack.top.route == HomeRoute) return
        callback = OnBackInvokedCallback(::goBack).also {
            onBackInvokedDispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, it)
        }
    }

    @Deprecated("the system's, below API 33")
    @Suppress("DEPRECATION")
    override fun onBackPressed() = goBack()

    /** Escape twice within a second on a keyboard is the quick exit. */
    override fun dispatchKeyEvent(event: KeyEvent): Boolean {
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
}
