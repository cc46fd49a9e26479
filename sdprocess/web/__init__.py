"""Pages over HTTP. Thin: asks services, renders templates."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from sdprocess.services.ports import World
from sdprocess.settings import Settings
from sdprocess.web import errors, pages, security
from sdprocess.web.config import MAX_PASTED, WebConfig
from sdprocess.web.policy import check_policies
from sdprocess.web.views import BLUEPRINTS

__all__ = ["WebConfig", "create_app"]


def create_app(world: World, config: WebConfig | Settings | None = None) -> Flask:
    """The WSGI app over one world. Without `config` sessions end with the process and cookies are not `Secure`.

    Raises MissingPolicyError when a route does not say who may open it.
    """
    web = WebConfig.of(config) if isinstance(config, Settings) else (config or WebConfig())
    app = Flask("sdprocess.web", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=web.max_upload,
        MAX_FORM_MEMORY_SIZE=MAX_PASTED * 2,
        MAX_FORM_PARTS=1000,
        PROPAGATE_EXCEPTIONS=False,
        MAX_PASTED=MAX_PASTED,
    )
    if web.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=web.proxies, x_proto=web.proxies)  # type: ignore[method-assign]
    pages.install(app, world, web)
    security.install(app, world, web)
    errors.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    check_policies(app)
    return app
