// Builds what goes to a phone: Gradle 9.2.1 or newer with a JDK 17, the Android SDK 36, and what bindings/build-android names.
// The tests run on a plain JVM, by Maven: ./test android.

import com.android.build.api.variant.HostTestBuilder

plugins {
    alias(libs.plugins.android)
}

val engine = layout.buildDirectory.dir("engine")
val words = layout.buildDirectory.dir("words")

android {
    namespace = "app.saywell"
    compileSdk = 36
    defaultConfig {
        applicationId = "app.saywell"
        minSdk = 24
        targetSdk = 36
        versionCode = 1
        versionName = "0.1.0"
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }
    compileOptions {
        isCoreLibraryDesugaringEnabled = true
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }
    sourceSets["main"].apply {
        kotlin.directories.add(engine.get().dir("kotlin").asFile.path)
        res.directories.add(words.get().asFile.path)
        jniLibs.directories.add(engine.get().dir("jniLibs").asFile.path)
    }
    // Libraries lie in the APK as they are, on pages of 16 KB, and are mapped from there.
    packaging { jniLibs.useLegacyPackaging = false }
    androidResources { localeFilters += listOf("en", "es") }
    // The key is the programme's. Without these four the release stays unsigned.
    val keystore = providers.environmentVariable("SAYWELL_KEYSTORE").orNull
    if (keystore != null) signingConfigs.create("release") {
        storeFile = file(keystore)
        storePassword = providers.environmentVariable("SAYWELL_KEYSTORE_PASSWORD").get()
        keyAlias = providers.environmentVariable("SAYWELL_KEY_ALIAS").get()
        keyPassword = providers.environmentVariable("SAYWELL_KEY_PASSWORD").get()
    }
    buildTypes.named("release") {
        isMinifyEnabled = true
        isShrinkResources = true
        proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "rules.pro")
        signingConfig = signingConfigs.findByName("release")
    }
}

androidComponents.beforeVariants { it.hostTests[HostTestBuilder.UNIT_TEST_TYPE]?.enable = false }

dependencies {
    implementation(variantOf(libs.jna) { artifactType("aar") })
    coreLibraryDesugaring(libs.desugar)
}

// The engine for each kind of phone, and the Kotlin that calls it. Cargo itself knows what has changed.
val libraries = tasks.register<Exec>("engineLibraries") {
    workingDir = file("..")
    commandLine("bindings/build-android", engine.get().dir("jniLibs").asFile.path)
}
val calls = tasks.register<Exec>("engineKotlin") {
    workingDir = file("..")
    commandLine("bindings/generate", "kotlin", engine.get().dir("kotlin").asFile.path)
}
// The sentences of the app in the languages of the course.
val translations = tasks.register<Exec>("translations") {
    workingDir = file("..")
    commandLine("./run", "course", "strings", "android", "es", words.get().asFile.path)
}
tasks.named("preBuild") { dependsOn(libraries, calls, translations) }
